# Makes expected_classics.json and its tables: Rscript make_classics.R (R 4.2 with psych, GPArotation, survival, sandwich,
# clubSandwich and jsonlite). No test needs R. Data: classic examples of those packages and of R itself.
suppressMessages({library(psych); library(survival); library(sandwich); library(clubSandwich); library(jsonlite)})
here <- commandArgs(trailingOnly = TRUE)
if (length(here)) setwd(here)
keep <- function(data, name) write.csv(data, name, row.names = FALSE, na = "")
errors <- function(v) unname(sqrt(diag(v)))
out <- list()

# --- psych's bfi: 300 people, ten items, some unanswered -------------------------------------------------------------
names <- c("A2", "A3", "A4", "A5", "C1", "C2", "C3", "C4", "N1", "N2")
items <- if (requireNamespace("psychTools", quietly = TRUE)) psychTools::bfi else psych::bfi
items <- items[1:300, names]
keep(items, "bfi.csv")
whole <- na.omit(items)
a <- suppressWarnings(alpha(whole[, 1:4]))
out$alpha <- list(n = nrow(na.omit(items[, 1:4])), alpha = alpha(na.omit(items[, 1:4]))$total$raw_alpha, se = alpha(na.omit(items[, 1:4]))$total$ase,
  rest = unname(alpha(na.omit(items[, 1:4]))$item.stats$r.drop))
plain <- function(l) unname(matrix(as.numeric(l), ncol = ncol(l)))
tight <- list(opt = list(factr = 1, pgtol = 1e-12), nstart = 5)
q <- 3
ml <- factanal(whole, q, rotation = "none", control = tight)
mr <- fa(whole, q, fm = "minres", rotate = "none")
turned <- function(l) {
  o <- GPArotation::oblimin(plain(l), eps = 1e-9, maxit = 100000)
  v <- varimax(plain(l), eps = 1e-15)
  list(none = plain(l), varimax = plain(loadings(v)), oblimin = plain(o$loadings), between = unname(o$Phi))
}
out$factors <- list(n = nrow(whole), ml = turned(loadings(ml)), minres = turned(loadings(mr)), chi = unname(ml$STATISTIC), df = unname(ml$dof), p = unname(ml$PVAL))
out$eigenvalues <- eigen(cor(whole))$values
set.seed(11)
drawn <- replicate(20000, eigen(cor(matrix(rnorm(nrow(whole) * 10), ncol = 10)), only.values = TRUE)$values)
out$chance <- apply(drawn, 1, quantile, .95, names = FALSE)

# --- Student's sleep: ten people with two drugs; and reliable change of two items -------------------------------------
keep(data.frame(extra = sleep$extra, person = as.integer(sleep$ID), occasion = as.integer(sleep$group)), "sleep.csv")
first <- sleep$extra[sleep$group == 1]; last <- sleep$extra[sleep$group == 2]
t <- t.test(last, first, paired = TRUE)
out$sleep <- list(mean = unname(t$estimate), se = t$stderr, low = t$conf.int[1], high = t$conf.int[2], p = t$p.value, d = mean(last - first) / sd(first), dz = mean(last - first) / sd(last - first))
set.seed(12)
many <- rowMeans(matrix((last - first)[sample(10, 10 * 2e5, TRUE)], ncol = 10))
out$sleep$bootstrap <- unname(quantile(many, c(.025, .975)))

# --- ChickWeight by chick, infert by stratum, lung ---------------------------------------------------------------------
chick <- data.frame(weight = ChickWeight$weight, time = ChickWeight$Time, diet3 = as.integer(ChickWeight$Diet == 3), chick = paste0("c", ChickWeight$Chick))
keep(chick, "feed.csv")
fit <- lm(weight ~ time + diet3, chick)
out$chicks <- list(value = unname(coef(fit)), classical = errors(vcov(fit)), CR0 = errors(vcovCR(fit, chick$chick, "CR0")), CR1 = errors(vcovCR(fit, chick$chick, "CR1")),
  CR1S = errors(vcovCL(fit, chick$chick, type = "HC1")), CR2 = errors(vcovCR(fit, chick$chick, "CR2")))
keep(infert[, c("case", "age", "parity", "spontaneous", "stratum")], "infert.csv")
fit <- glm(case ~ age + parity + spontaneous, binomial, infert, control = list(epsilon = 1e-15, maxit = 100))
out$infert <- list(value = unname(coef(fit)), classical = errors(vcov(fit)), log_likelihood = as.numeric(logLik(fit)),
  CR0 = errors(vcovCL(fit, infert$stratum, type = "HC0", cadjust = FALSE)), CR1 = errors(vcovCL(fit, infert$stratum, type = "HC0", cadjust = TRUE)),
  CR1S = errors(vcovCL(fit, infert$stratum, type = "HC1")))
sick <- data.frame(time = lung$time, reason = ifelse(lung$status == 2, "death", ""), sex = lung$sex, age = lung$age, karno = lung$ph.karno)
keep(sick, "lung.csv")
km <- survfit(Surv(time, reason == "death") ~ sex, sick)
s <- summary(km, times = c(100, 300, 600))
cx <- coxph(Surv(time, reason == "death") ~ age + sex + karno, sick, ties = "efron", control = coxph.control(eps = 1e-14, iter.max = 100))
out$lung <- list(strata = as.character(s$strata), value = s$surv, se = s$std.err, low = s$lower, high = s$upper,
  cox = list(value = unname(coef(cx)), se = errors(vcov(cx)), log_likelihood = cx$loglik[2], n = cx$n, left = cx$nevent))

# --- distributions by group, and moves ----------------------------------------------------------------------------------
described <- lapply(split(ToothGrowth$len, list(ToothGrowth$supp, ToothGrowth$dose)), function(v) {
  t <- t.test(v); c(length(v), mean(v), sd(v), t$stderr, t$conf.int, quantile(v, c(0, .25, .5, .75, 1))) })
keep(data.frame(len = ToothGrowth$len, supp = as.character(ToothGrowth$supp), dose = ToothGrowth$dose), "teeth.csv")
out$teeth <- list(names = names(described), figures = unname(lapply(described, unname)))
hair <- margin.table(HairEyeColor, c(1, 2)); test <- chisq.test(hair)
long <- as.data.frame(hair)
keep(data.frame(hair = rep(as.character(long$Hair), long$Freq), eye = rep(as.character(long$Eye), long$Freq)), "hair.csv")
out$hair <- list(chi = unname(test$statistic), df = unname(test$parameter), p = test$p.value, least = min(test$expected), brown_brown = hair["Brown", "Brown"])
w <- prop.test(7, 20, correct = FALSE)
out$wilson <- c(w$conf.int)
writeLines(toJSON(out, digits = I(15), auto_unbox = TRUE, pretty = FALSE), "expected_classics.json")
