# Makes the fixtures beside this file: Rscript make.R (R 4.2 with lme4, survival, psych, sandwich, clubSandwich,
# GPArotation and jsonlite). No test needs R. Data: made up here, or the packages' own classic examples.
suppressMessages({library(lme4); library(survival); library(psych); library(sandwich); library(clubSandwich)
  library(jsonlite)})
here <- commandArgs(trailingOnly = TRUE)
if (length(here)) setwd(here)
keep <- function(data, name) write.csv(data, name, row.names = FALSE, na = "")
out <- list()

# --- mixed ---------------------------------------------------------------------------------------------------------
data(sleepstudy); sleepstudy$Subject <- as.integer(as.character(sleepstudy$Subject))
keep(sleepstudy, "sleepstudy.csv")
set.seed(6)
people <- 150
n <- sample(1:8, people, TRUE)
person <- rep(seq_len(people), n)
months <- unlist(lapply(n, function(k) sort(sample(0:24, k))))
trust <- sample(0:10, people, TRUE); age <- sample(20:60, people, TRUE); municipality <- sample(letters[1:9], people, TRUE)
b0 <- rnorm(people, 0, 1.3); b1 <- rnorm(people, 0, 0.07); m <- rnorm(9, 0, .7); k <- rnorm(14, 0, .6)
caseworker <- sample(1:14, length(person), TRUE, prob = (1:14)); work <- rbinom(length(person), 1, .3)
level <- 3 + .04 * months + .1 * trust[person] - .01 * age[person] + .004 * months * trust[person] + .3 * work +
  b0[person] + b1[person] * months + m[match(municipality, letters)][person] + k[caseworker]
score <- as.integer(pmax(0, pmin(10, round(level + rnorm(length(person))))))
grown <- data.frame(person, months, score, trust = trust[person], age = age[person], work,
  municipality = municipality[person], caseworker, better = as.integer(score >= 6))
keep(grown, "growth.csv")
flat <- data.frame(person = rep(1:20, each = 4), months = rep(0:3, 20))
flat$score <- as.integer(round(5 + .5 * flat$months + rep(rnorm(20, 0, 1), each = 4) + rnorm(80, 0, 1)))
keep(flat, "flat.csv")

polished <- function(formula, data, REML) {
  # lme4's own optimiser stops early; from where it stops, the deviance is brought down as far as it goes.
  parts <- lFormula(formula, data, REML = REML)
  dev <- do.call(mkLmerDevfun, parts)
  low <- environment(dev)$lower; at <- as.numeric(is.finite(low))
  for (i in 1:6) {
    at <- nloptwrap(at, dev, low, rep(Inf, length(at)), control = list(algorithm = "NLOPT_LN_BOBYQA", xtol_abs = 1e-14,
      ftol_abs = 1e-14, xtol_rel = 0, ftol_rel = 0, maxeval = 5000))$par
    if (length(at) > 1) at <- Nelder_Mead(dev, at, lower = low, control = list(FtolAbs = 1e-15, FtolRel = 1e-17, XtolRel = 1e-15,
      maxfun = 5000, warnOnly = TRUE))$par
  }
  mkMerMod(environment(dev), list(par = at, fval = dev(at), conv = 0), parts$reTrms, parts$fr)
}
mixed <- function(formula, data, REML = TRUE) {
  fit <- suppressWarnings(suppressMessages(polished(formula, data, REML)))
  co <- coef(summary(fit)); v <- as.data.frame(VarCorr(fit))
  list(names = rownames(co), value = unname(co[, 1]), se = unname(co[, 2]), log_likelihood = as.numeric(logLik(fit)),
    variance = setNames(as.list(v$vcov), ifelse(is.na(v$var2), ifelse(is.na(v$var1), "residual", paste(v$grp, v$var1)), paste(v$grp, "covariance"))))
}
out$mixed <- list(
  sleepstudy = mixed(Reaction ~ Days + (Days | Subject), sleepstudy),
  sleepstudy_ml = mixed(Reaction ~ Days + (Days | Subject), sleepstudy, FALSE),
  sleepstudy_level = mixed(Reaction ~ Days + (1 | Subject), sleepstudy),
  growth = mixed(score ~ months * (trust + age) + work + (months | person), grown),
  growth_ml = mixed(score ~ months * (trust + age) + work + (months | person), grown, FALSE),
  growth_plain = mixed(score ~ months + trust + age + (months | person), grown),
  flat = mixed(score ~ months + (months | person), flat),
  municipality = mixed(score ~ months * trust + (months | person) + (1 | municipality), grown),
  caseworker = mixed(score ~ months * trust + (months | person) + (1 | caseworker), grown),
  both = mixed(score ~ months * trust + (months | person) + (1 | municipality) + (1 | caseworker), grown, FALSE))

# --- regression ----------------------------------------------------------------------------------------------------
fit <- lm(score ~ months + trust + age, grown)
errors <- function(v) unname(sqrt(diag(v)))
out$ols <- list(value = unname(coef(fit)), classical = errors(vcov(fit)), residual = sigma(fit), r_squared = summary(fit)$r.squared,
  CR0 = errors(vcovCR(fit, grown$municipality, "CR0")), CR1 = errors(vcovCR(fit, grown$municipality, "CR1")),
  CR1S = errors(vcovCL(fit, grown$municipality, type = "HC1")), CR2 = errors(vcovCR(fit, grown$municipality, "CR2")),
  CR2_person = errors(vcovCR(fit, grown$person, "CR2")), p_classical = unname(coef(summary(fit))[, 4]))
lfit <- glm(better ~ months + trust + age, binomial, grown, control = list(epsilon = 1e-14, maxit = 100))
out$logit <- list(value = unname(coef(lfit)), classical = errors(vcov(lfit)), log_likelihood = as.numeric(logLik(lfit)),
  CR0 = errors(vcovCL(lfit, grown$person, type = "HC0", cadjust = FALSE)), CR1S = errors(vcovCL(lfit, grown$person, type = "HC1")))

# --- flows ---------------------------------------------------------------------------------------------------------
mg <- with(mgus2, data.frame(months = ifelse(pstat == 0, futime, ptime), reason = c("", "pcm", "death")[1 + ifelse(pstat == 0, 2 * death, 1)],
  sex = as.character(sex), age, male = as.integer(sex == "M"), hgb))
mg <- mg[seq(1, nrow(mg), 3), ]
keep(mg, "mgus.csv")
km <- survfit(Surv(months, reason != "") ~ 1, mg)
kms <- survfit(Surv(months, reason != "") ~ sex, mg)
aj <- survfit(Surv(months, factor(reason, c("", "death", "pcm"))) ~ 1, mg)
at <- c(1, 12, 60, 120, 240)
s <- summary(aj, times = at); sk <- summary(km, times = at); ss <- summary(kms, times = at)
male <- ss$strata == "sex=M"
out$curves <- list(at = at, km = sk$surv, km_se = sk$std.err, km_low = sk$lower, km_high = sk$upper, male = ss$surv[male], male_se = ss$std.err[male],
  death = s$pstate[, 2], death_se = s$std.err[, 2], pcm = s$pstate[, 3], pcm_se = s$std.err[, 3], pcm_low = s$lower[, 3], pcm_high = s$upper[, 3],
  all_pcm = aj$pstate[, 3], all_pcm_se = aj$std.err[, 3], all_time = aj$time)
tight <- coxph.control(eps = 1e-14, iter.max = 100)
cause <- coxph(Surv(months, reason == "death") ~ age + male + hgb, mg, ties = "efron", control = tight)
any <- coxph(Surv(months, reason != "") ~ age + male, mg, ties = "efron", control = tight)
coxed <- function(fit) list(value = unname(coef(fit)), se = errors(vcov(fit)), log_likelihood = fit$loglik[2], n = fit$n, left = fit$nevent)
out$cox <- list(death = coxed(cause), any = coxed(any))
coarse <- transform(mg, months = 24 * (months %/% 24))
out$cox$ties <- coxed(coxph(Surv(months, reason != "") ~ age + male, coarse, ties = "efron", control = tight))

# --- several items -------------------------------------------------------------------------------------------------
data(attitude); keep(attitude, "attitude.csv")
a <- suppressWarnings(alpha(attitude))
out$alpha <- list(alpha = a$total$raw_alpha, se = a$total$ase, standardised = a$total$std.alpha, average_r = a$total$average_r,
  rest = unname(a$item.stats$r.drop), dropped = unname(a$alpha.drop$raw_alpha))
fleiss <- matrix(c(9, 2, 5, 8, 6, 1, 3, 2, 8, 4, 6, 8, 7, 1, 2, 6, 10, 5, 6, 9, 6, 2, 4, 7), ncol = 4, byrow = TRUE)
i <- ICC(fleiss, lmer = FALSE)$results
out$icc <- list(ratings = fleiss, value = i$ICC[1], low = i$`lower bound`[1], high = i$`upper bound`[1], p = i$p[1])
out$pearson <- unname(cor(attitude)); out$spearman <- unname(cor(attitude, method = "spearman"))
out$pearson_p <- unname(corr.test(attitude, adjust = "none")$p)
load <- function(l) unname(matrix(as.numeric(l), ncol = 2))
f0 <- factanal(attitude, 2, rotation = "none", control = list(opt = list(factr = 1, pgtol = 1e-12), nstart = 5)); fv <- varimax(loadings(f0), eps = 1e-15)
out$factors <- list(ml = load(loadings(f0)), uniqueness = unname(f0$uniquenesses), varimax = load(fv$loadings), chi = unname(f0$STATISTIC), p = unname(f0$PVAL),
  minres = load(fa(attitude, 2, fm = "minres", rotate = "none")$loadings), oblimin = load(GPArotation::oblimin(load(loadings(f0)), eps = 1e-8, maxit = 10000)$loadings))

z <- scale(attitude) * sqrt(30 / 29)
set.seed(1); km3 <- kmeans(z, 3, nstart = 200, iter.max = 200); wd <- cutree(hclust(dist(z), "ward.D2"), 3)
sil <- function(kind) mean(sapply(seq_len(30), function(i) { d <- as.matrix(dist(z))[i, ]; own <- setdiff(which(kind == kind[i]), i)
  a <- mean(d[own]); b <- min(tapply(d[kind != kind[i]], kind[kind != kind[i]], mean)); if (length(own)) (b - a) / max(a, b) else 0 }))
out$kinds <- list(kmeans = km3$cluster, inertia = km3$tot.withinss, kmeans_silhouette = sil(km3$cluster), ward = unname(wd), ward_silhouette = sil(wd))

# --- change --------------------------------------------------------------------------------------------------------
two <- grown[ave(grown$months, grown$person, FUN = length) > 1, ]
first <- two[!duplicated(two$person), ]; last <- two[!duplicated(two$person, fromLast = TRUE), ]
t <- t.test(last$score, first$score, paired = TRUE)
d <- last$score - first$score
out$change <- list(n = nrow(first), mean = unname(t$estimate), se = t$stderr, low = t$conf.int[1], high = t$conf.int[2], p = t$p.value, dz = mean(d) / sd(d), d = mean(d) / sd(first$score))
cross <- unclass(table(grown$municipality, grown$better)); x <- suppressWarnings(chisq.test(cross, correct = FALSE))
out$cross <- list(counts = matrix(cross, ncol = 2), chi = unname(x$statistic), df = unname(x$parameter), p = x$p.value)
out$quantiles <- unname(quantile(grown$months, c(.25, .5, .75)))
writeLines(toJSON(out, digits = I(15), auto_unbox = TRUE, pretty = FALSE), "expected.json")
