# Makes the classic tables below and expected_mixed.json: Rscript make_mixed.R (R 4.2 with lme4, nlme, jsonlite).
# No test needs R. Data: the packages' own classic examples; `idle.csv` is made up here. How lme4 is brought to its
# tightest is in make.R, from which the two functions are taken.
suppressMessages({library(lme4); library(jsonlite)})
here <- commandArgs(trailingOnly = TRUE)
if (length(here)) setwd(here)
for (line in as.list(parse("make.R"))) if (is.call(line) && as.character(line[[2]])[1] %in% c("polished", "mixed", "keep")) eval(line)
place <- function(group) ave(seq_along(group), group, FUN = seq_along) - 1L

# Growth: Potthoff and Roy's children, chicks (a correlation near -1), the boys of Oxford.
children <- with(as.data.frame(nlme::Orthodont), data.frame(child = as.integer(factor(as.character(Subject))), age = as.integer(age),
  male = as.integer(Sex == "Male"), distance))
keep(children, "orthodont.csv")
chicks <- with(as.data.frame(ChickWeight), data.frame(chick = as.integer(as.character(Chick)), day = as.integer(Time), diet2 = as.integer(Diet == 2),
  diet3 = as.integer(Diet == 3), diet4 = as.integer(Diet == 4), weight = as.integer(weight)))
keep(chicks, "chicks.csv")
boys <- with(as.data.frame(nlme::Oxboys), data.frame(boy = as.integer(as.character(Subject)), occasion = as.integer(Occasion), age, height))
keep(boys, "oxboys.csv")

# Levels: casks within batches (nested), plates crossed with samples, students crossed with lecturers.
pastes <- with(Pastes, data.frame(sample = as.integer(sample), batch = as.character(batch), assay = place(sample), strength))
keep(pastes, "pastes.csv")
penicillin <- with(Penicillin, data.frame(plate = as.character(plate), sample = as.character(sample),
  turn = (as.integer(plate) + as.integer(sample)) %% 6L, diameter = as.integer(diameter)))
keep(penicillin, "penicillin.csv")
data(InstEval)
taught <- subset(InstEval, as.integer(as.character(s)) %% 20 == 3 & dept %in% c("5", "10", "12", "6"))
taught <- subset(taught, ave(y, d, FUN = length) > 5)
taught <- subset(taught, ave(y, s, FUN = length) > 2)
taught <- with(taught, data.frame(student = as.integer(as.character(s)), lecturer = as.integer(as.character(d)), seen = place(s),
  service = as.integer(service == "1"), mark = as.integer(y)))
keep(taught, "insteval.csv")

# At the boundary: batches that do not differ (Box and Tiao), and people without a pace of their own.
dyes <- with(Dyestuff2, data.frame(batch = as.character(Batch), place = place(Batch), yield = Yield))
keep(dyes, "dyestuff2.csv")
set.seed(23)
idle <- data.frame(person = rep(1:40, each = 4), months = rep(c(0L, 3L, 6L, 12L), 40))
idle$score <- as.integer(round(5 + .1 * idle$months + rep(rnorm(40, 0, .8), each = 4) + rnorm(160)))
idle$office <- idle$person %% 5; idle$adviser <- (idle$person * 7 + idle$months) %% 6
keep(idle, "idle.csv")

out <- list(
  orthodont = mixed(distance ~ age * male + (age | child), children),
  orthodont_level = mixed(distance ~ age * male + (1 | child), children, FALSE),
  chicks = mixed(weight ~ day * (diet2 + diet3 + diet4) + (day | chick), chicks),
  oxboys = mixed(height ~ age + (age | boy), boys),
  pastes = mixed(strength ~ assay + (1 | sample) + (1 | batch), pastes),
  pastes_ml = mixed(strength ~ assay + (1 | sample) + (1 | batch), pastes, FALSE),
  penicillin = mixed(diameter ~ turn + (1 | plate) + (1 | sample), penicillin),
  insteval = mixed(mark ~ seen + service + (1 | student) + (1 | lecturer), taught),
  insteval_pace = mixed(mark ~ seen + service + (seen | student) + (1 | lecturer), taught, FALSE),
  dyestuff2 = mixed(yield ~ place + (1 | batch), dyes),
  idle_pace = mixed(score ~ months + (months | person), idle),
  idle_office = mixed(score ~ months + (1 | person) + (1 | office), idle),
  idle_adviser = mixed(score ~ months + (months | person) + (1 | adviser), idle, FALSE),
  idle_both = mixed(score ~ months + (1 | person) + (1 | office) + (1 | adviser), idle))
writeLines(toJSON(out, digits = I(15), auto_unbox = TRUE), "expected_mixed.json")
