# Makes wine.csv, short.csv and expected_ordinal.json: Rscript make_ordinal.R (R 4.2 with ordinal, lme4, jsonlite).
# No test needs R. Data: the wine of the package ordinal (Randall 1989), and answers made up here.
suppressMessages({library(ordinal); library(lme4); library(jsonlite)})
here <- commandArgs(trailingOnly = TRUE)
if (length(here)) setwd(here)
keep <- function(data, name) write.csv(data, name, row.names = FALSE, na = "")
tight <- clmm.control(method = "nlminb", gradTol = 1e-6, rel.tol = 1e-13, x.tol = 1e-10)
# Level and pace take clmm minutes at that; its own tolerance is far within what is compared.
plain <- clmm.control(method = "nlminb")

data(wine)
wine$judge <- as.integer(wine$judge); wine$bottle <- as.integer(wine$bottle)
wine$warm <- as.integer(wine$temp == "warm"); wine$touched <- as.integer(wine$contact == "yes")
wine$rating <- as.integer(wine$rating)
wine <- wine[c("judge", "bottle", "warm", "touched", "rating")]
keep(wine, "wine.csv")

set.seed(17)
people <- 100
n <- sample(1:8, people, TRUE)
person <- rep(seq_len(people), n)
months <- unlist(lapply(n, function(k) sort(sample(0:12, k))))
trust <- sample(0:10, people, TRUE)[person]; work <- rbinom(length(person), 1, .3)
line <- .09 * months + .1 * trust + .5 * work + rnorm(people, 0, 1.2)[person] + rnorm(people, 0, .3)[person] * months
answer <- findInterval(line + rlogis(length(person)), c(-.5, 1, 2.2, 3.6)) + 1
short <- data.frame(person, months, trust, work, answer, high = as.integer(answer > 3))
keep(short, "short.csv")

one <- function(formula, data, nAGQ = 1, link = "logit", control = tight) {
  data$y <- factor(data[[as.character(formula[[2]])]], ordered = TRUE)
  formula <- update(formula, y ~ .)
  fit <- suppressWarnings(clmm(formula, data, nAGQ = nAGQ, link = link, control = control))
  message(link, " ", deparse1(formula), ": ", format(logLik(fit), digits = 10))
  co <- coef(summary(fit)); v <- VarCorr(fit)[[1]]
  list(names = rownames(co), value = unname(co[, 1]), se = unname(co[, 2]), log_likelihood = as.numeric(logLik(fit)), variance = as.numeric(v))
}
binary <- function() {
  fit <- glmer(high ~ months + work + (1 | person), short, binomial, nAGQ = 9,
    control = glmerControl(optimizer = "bobyqa", optCtrl = list(rhoend = 1e-12, maxfun = 1e5), tolPwrss = 1e-12))
  list(value = unname(fixef(fit)), variance = as.numeric(VarCorr(fit)$person))
}
out <- list(
  wine = one(rating ~ warm + touched + (1 | judge), wine),
  wine_9 = one(rating ~ warm + touched + (1 | judge), wine, 9),
  wine_probit = one(rating ~ warm + touched + (1 | judge), wine, 5, "probit"),
  # clmm 2022.11 has these two the other way round than clm of the same package, polr and the textbooks, whose names we keep.
  wine_cloglog = one(rating ~ warm + touched + (1 | judge), wine, 5, "loglog"),
  wine_loglog = one(rating ~ warm + touched + (1 | judge), wine, 3, "cloglog"),
  wine_time = one(rating ~ bottle + warm + touched + (1 | judge), wine, 9),
  short = one(answer ~ months + trust + work + months:trust + (1 | person), short),
  short_9 = one(answer ~ months + trust + work + months:trust + (1 | person), short, 9),
  short_pace = one(answer ~ months + trust + work + months:trust + (months | person), short, control = plain),
  short_probit_pace = one(answer ~ months + trust + (months | person), short, 1, "probit", plain),
  short_binary = binary())
writeLines(toJSON(out, digits = I(15), auto_unbox = TRUE), "expected_ordinal.json")
