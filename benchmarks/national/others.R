# What R is asked, each thing in a process of its own: Rscript others.R TASK WAY FOLDER THREADS
#
# R has no reader of Parquet among its own packages, so it reads the same columns from CSV (`read`), with data.table
# where that is there; then it computes what ours computes (`work`). The last line is JSON.

asked <- commandArgs(TRUE)
task <- asked[1]
way <- asked[2]
folder <- asked[3]
threads <- as.integer(asked[4])

items <- paste0("item", 0:19)
covariates <- c("trust", "goals", "barriers", "help", "hope", "age", "woman", "health")
crossed <- covariates[1:4]
at_risk <- covariates[3:8]
cube <- c("municipality", "woman", "age_group", "phase")
rows <- c("person", "months", "score", covariates)
many <- if (grepl("[0-9]$", task)) as.integer(sub("^[a-z]+", "", task)) else 10L
kind <- sub("[0-9]+$", "", task)

needed <- function(...) {
  for (name in c(...)) {
    if (!requireNamespace(name, quietly = TRUE)) {
      cat(sprintf('{"missing": "R package %s"}\n', name))
      quit()
    }
    suppressPackageStartupMessages(library(name, character.only = TRUE))
  }
}

loaded <- function(file, columns) {
  path <- file.path(folder, paste0(file, ".csv"))
  if (requireNamespace("data.table", quietly = TRUE)) {
    data.table::setDTthreads(threads)
    # An empty text is nobody's reason, not one that is missing.
    return(data.table::fread(path, select = columns, na.strings = NULL, data.table = way == "data.table"))
  }
  read.csv(path)[, columns]
}

incidence <- function(d) {
  f <- survfit(Surv(months, factor(reason, c("", "job", "education", "flexjob", "moved"))) ~ 1, d)
  list("error" = unname(tail(f$std.err[, 2], 1)), "job" = unname(tail(f$pstate[, 2], 1)))
}

kaplan_meier <- function(d) {
  f <- survfit(Surv(months, reason != "") ~ 1, d)
  # R keeps the error of log S.
  list("still in" = tail(f$surv, 1), "error" = tail(f$std.err * f$surv, 1))
}

cox <- function(d) {
  f <- coxph(reformulate(at_risk, "Surv(months, reason == 'job')"), d)
  list("error of age" = sqrt(diag(vcov(f)))[["age"]], "age" = coef(f)[["age"]])
}

growth <- function(d) {
  effects <- paste0("months * (", paste(crossed, collapse = " + "), ") + ", paste(covariates[5:8], collapse = " + "))
  f <- suppressWarnings(lmer(as.formula(paste("score ~", effects, "+ (months | person)")), d))
  list(
    "log-likelihood" = as.numeric(logLik(f)),
    "months" = fixef(f)[["months"]],
    "error of months" = sqrt(diag(as.matrix(vcov(f))))[["months"]],
    "months:trust" = fixef(f)[["months:trust"]],
    "residual" = sigma(f)^2,
    "slope" = VarCorr(f)$person["months", "months"],
    note = if (length(f@optinfo$conv$lme4$messages)) "it warns that it has not converged" else ""
  )
}

caseworkers <- function(d) {
  f <- suppressWarnings(lmer(felt ~ months * trust + (months | person) + (1 | caseworker), d))
  list(
    "log-likelihood" = as.numeric(logLik(f)),
    "months" = fixef(f)[["months"]],
    "error of months" = sqrt(diag(as.matrix(vcov(f))))[["months"]],
    "caseworker" = VarCorr(f)$caseworker[1, 1],
    note = if (length(f@optinfo$conv$lme4$messages)) "it warns that it has not converged" else ""
  )
}

ordered_answers <- function(d) {
  d$short <- factor(d$short)
  d$person <- factor(d$person)
  f <- clmm(short ~ months * trust + (1 | person), d)
  list(
    "log-likelihood" = as.numeric(logLik(f)),
    "months" = coef(f)[["months"]],
    "person" = as.numeric(VarCorr(f)$person)
  )
}

psych_alpha <- function(d) list("alpha" = suppressWarnings(psych::alpha(d))$total$raw_alpha)

plain_alpha <- function(d) {
  found <- cov(d)
  list("alpha" = many / (many - 1) * (1 - sum(diag(found)) / sum(found)))
}

correlations <- function(d) {
  found <- cor(d, method = kind)
  list("first pair" = found[1, 2], "last pair" = found[many, many - 1])
}

plain_icc <- function(d) {
  n <- as.vector(table(d$person))
  sums <- as.vector(rowsum(d$score, d$person))
  N <- nrow(d)
  G <- length(n)
  w <- (sum(as.numeric(d$score)^2) - sum(sums^2 / n)) / (N - G)
  b <- (sum(sums^2 / n) - sum(sums)^2 / N) / (G - 1)
  k <- (N - sum(as.numeric(n)^2) / N) / (G - 1)
  list("icc" = (b - w) / (b + (k - 1) * w))
}

robust <- function(d) {
  f <- lm(reformulate(c("months", covariates), "score"), d)
  list("error of months" = sqrt(diag(vcovCL(f, d$person)))[["months"]], "months" = coef(f)[["months"]])
}

described <- function(d) {
  a <- d[, {
    q <- quantile(score, c(.25, .5, .75), names = FALSE)
    list(n = .N, m = mean(score), s = sd(score), q1 = q[1], q2 = q[2], q3 = q[3], lo = min(score), hi = max(score))
  }, by = cube]
  one <- a[municipality == 3 & woman == 1 & age_group == 2 & phase == 1]
  list("sd" = one$s, "mean" = one$m, "upper" = one$q3, "groups" = nrow(a))
}

ways <- list(
  "growth lme4" = list("lme4", "rows", rows, growth),
  "caseworkers lme4" = list("lme4", "rows", c("person", "months", "felt", "trust", "caseworker"), caseworkers),
  "ordinal clmm" = list("ordinal", "few", c("person", "months", "short", "trust"), ordered_answers),
  "incidence survival" = list("survival", "stays", c("months", "reason"), incidence),
  "survival survival" = list("survival", "stays", c("months", "reason"), kaplan_meier),
  "cox survival" = list("survival", "stays", c("months", "reason", at_risk), cox),
  "icc plain R" = list("stats", "rows", c("person", "score"), plain_icc),
  "ols lm and sandwich" = list("sandwich", "rows", rows, robust),
  "cube data.table" = list("data.table", "rows", c("score", cube), described),
  "alpha psych" = list("psych", "rows", head(items, many), psych_alpha),
  "alpha plain R" = list("stats", "rows", head(items, many), plain_alpha),
  "pearson plain R" = list("stats", "rows", head(items, many), correlations),
  "spearman plain R" = list("stats", "rows", head(items, many), correlations)
)

chosen <- ways[[paste(kind, way)]]
needed(chosen[[1]])
begun <- proc.time()[[3]]
d <- loaded(chosen[[2]], chosen[[3]])
read <- proc.time()[[3]] - begun
begun <- proc.time()[[3]]
found <- chosen[[4]](d)
work <- proc.time()[[3]] - begun
note <- if (is.null(found$note)) "" else found$note
found$note <- NULL
figures <- paste(sprintf('"%s": %.17g', names(found), unlist(found)), collapse = ", ")
cat(sprintf('{"read": %.4f, "work": %.4f, "figures": {%s}, "note": "%s"}\n', read, work, figures, note))
