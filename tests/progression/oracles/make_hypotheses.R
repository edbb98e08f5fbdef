# Makes expected_hypotheses.json beside this file: Rscript make_hypotheses.R (R 4.2 with lme4, clubSandwich, survival and
# jsonlite). No test needs R. Data: growth.csv, made up by make.R, and numbers written here.
suppressMessages({library(lme4); library(clubSandwich); library(survival); library(jsonlite)})
here <- commandArgs(trailingOnly = TRUE)
if (length(here)) setwd(here)
out <- list()

p <- c(0.01, 0.04, 0.03, 0.04, 0.2, 0.5, 0.001, 0.9, 1, 0.012)
out$p <- list(p = p, holm = p.adjust(p, "holm"), bh = p.adjust(p, "BH"))

grown <- read.csv("growth.csv")
grown <- grown[order(grown$person, grown$months), ]
before <- function(x) ave(x, grown$person, FUN = function(v) c(NA, head(v, -1)))
first <- !duplicated(grown$person)
last <- !duplicated(grown$person, fromLast = TRUE)
tight <- lmerControl(optimizer = "nloptwrap", calc.derivs = FALSE, optCtrl = list(algorithm = "NLOPT_LN_BOBYQA",
  xtol_abs = 1e-13, ftol_abs = 1e-13, xtol_rel = 0, ftol_rel = 0, maxeval = 20000))
mixed <- function(formula, data) {
  co <- coef(summary(suppressMessages(lmer(formula, data, control = tight))))
  list(names = rownames(co), value = unname(co[, 1]), se = unname(co[, 2]))
}
out$model <- mixed(score ~ months * (trust + age) + (months | person) + (1 | caseworker), grown)
out$from_second <- mixed(score ~ months * (trust + age) + (months | person) + (1 | caseworker), grown[!first, ])
grown$work_before <- before(grown$work)
middle <- round(mean(grown$months[!first]))
grown$product <- grown$work_before * (grown$months - middle)
out$lagged <- c(mixed(score ~ months * trust + work_before + product + (months | person), grown[!first, ]), middle = middle)

several <- ave(grown$months, grown$person, FUN = length) > 1
a <- grown[first & several, ]; b <- grown[last & several, ]
two <- data.frame(last = b$score, first = a$score, age = a$age, gap = b$months - a$months, trust = a$trust)
fit <- lm(last ~ first + age + gap + trust, two)
out$ancova <- list(value = unname(coef(fit)), se = unname(sqrt(diag(vcovCR(fit, b$caseworker, "CR2")))))

# --- waits: half of them, with its interval ------------------------------------------------------------------------
hours <- c(2, 3, 3, 5, 7, 8, 8, 11, 13, 14, 15, 19, 20, 22, 25, 30, 31, 40, 41, 50, 4, 6, 16, 26)
replied <- c(rep(1, 17), 0, 1, 0, 0, 1, 1, 0)
half <- quantile(survfit(Surv(hours, replied) ~ 1), 0.5)
out$median <- list(hours = hours, replied = replied, value = unname(half$quantile), low = unname(half$lower), high = unname(half$upper))
writeLines(toJSON(out, digits = I(15), auto_unbox = TRUE, pretty = FALSE), "expected_hypotheses.json")
