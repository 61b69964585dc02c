# Expected values of the statistics: Rscript golden.R, in this folder, writes samples.csv and golden.csv.
# R 4.2.2, survival 3.5-3. Base functions and survival are the receipt; MOVER is written out from its formula.
library(survival)
inf <- Inf
samples <- list(
  lognormal = list(B = 200, t = c(7.4, 9.1, 10.3, 12.8, 8.8, 11.6, 15.2, 9.9, 10.1, 13.7)),
  censored  = list(B = 200, t = c(7.4, inf, 10.3, 12.8, inf, 11.6, 15.2, inf, 10.1, 13.7)),
  ties      = list(B = 50,  t = c(5, 5, 5, 8, 8, 12, 12, 12, 12, inf, inf, 3)),
  tiedcensored = list(B = 50, t = c(50, 50, 20, 20, inf, inf)),
  none      = list(B = 100, t = rep(inf, 10)),
  one       = list(B = 100, t = 42),
  onefailed = list(B = 100, t = inf),
  single    = list(B = 100, t = c(30, inf, inf, inf, inf)),
  heavy     = list(B = 500, t = c(3, 4, 5, 6, 90, 120, 260, 410, inf, inf, 7, 5.5, 4.5, 333, 12, 18, 25, 3.5, 2.5, 61)),
  twenty    = list(B = 300, t = c(21, 34, 29, 27, 40, 38, 25, 33, 31, 30, 28, 26, 36, 35, 24, 23, 32, 37, 39, 22)))
rows <- list()
put <- function(statistic, sample, level, value, low = NA, high = NA)
  rows[[length(rows) + 1]] <<- data.frame(statistic, sample, level, value, low, high)
jeffreys <- function(s, n, lt, ht) c(if (s == 0) 0 else qbeta(lt, s + .5, n - s + .5),
                                     if (s == n) 1 else qbeta(1 - ht, s + .5, n - s + .5))
parts <- function(t, c, lt, ht) {           # share and mean of successes at cutoff c, with limits
  n <- length(t); x <- t[t <= c]; s <- length(x)
  mt <- if (s == n) 1.6 * lt else lt
  m <- c(NaN, NaN, NaN)
  if (s == 1) m <- c(x, 0, c)
  if (s > 1) { r <- sd(x) / sqrt(s) / mean(x)
    m <- c(mean(x), mean(x) * exp(qt(mt, s - 1) * r), min(c, mean(x) * exp(qt(1 - ht, s - 1) * r))) }
  j <- jeffreys(s, n, ht, lt)               # the lower limit of p makes the upper limit of the cost
  if (s == 0) j[2] <- suppressWarnings(prop.test(0, n, conf.level = 1 - 2 * lt, correct = FALSE)$conf.int[2])
  list(n = n, s = s, c = c, m = m, p = c(s / n, j[1], j[2]))
}
cost <- function(q, c = q$c) {
  o <- c * (1 - q$p) / q$p; o <- c(o[1], o[3], o[2])
  if (q$s == 0) return(c(Inf, o[2], Inf))
  e <- q$m[1] + o[1]
  c(e, e - sqrt((q$m[1] - q$m[2])^2 + (o[1] - o[2])^2), e + sqrt((q$m[3] - q$m[1])^2 + (o[3] - o[1])^2))
}
rmst <- function(q) {
  if (q$s == 0 || q$m[1] >= q$c) return(c(q$c, q$c * (1 - q$p[3]), q$c))
  d <- q$c - q$m[c(1, 3, 2)]
  l <- log(q$p) + log(d)
  w <- c(l[1] - sqrt((log(q$p[1] / q$p[2]))^2 + (log(d[1] / d[2]))^2),
         l[1] + sqrt((log(q$p[3] / q$p[1]))^2 + (log(d[3] / d[1]))^2))
  c(q$c - exp(l[1]), q$c - exp(w[2]), q$c - exp(w[1]))
}
for (name in names(samples)) {
  t <- samples[[name]]$t; B <- samples[[name]]$B; n <- length(t); s <- sum(t <= B)
  w <- suppressWarnings(prop.test(s, n, correct = FALSE)$conf.int)
  put("wilson", name, NA, s / n, w[1], w[2])
  j <- jeffreys(s, n, .025, .025); put("jeffreys", name, NA, s / n, j[1], j[2])
  km <- survfit(Surv(pmin(t, B), t <= B) ~ 1)
  for (level in c(.25, .5, .75)) {
    v <- unname(quantile(km, level, conf.int = FALSE))          # NA where the curve does not come down so far
    low <- max(1, qbinom(.025, n, level))                       # largest l with P(K < l) <= .025
    if (low > 1 && pbinom(low - 1, n, level) > .025) low <- low - 1
    high <- min(n, qbinom(.975, n, level) + 1)                  # smallest u with P(K >= u) <= .025
    x <- sort(t)
    put("quantile", name, level, v, min(B, x[low]), x[high])
    put("attained", name, level, pbinom(high - 1, n, level) - pbinom(low - 1, n, level), low, high)
  }
  rmean <- summary(km, rmean = B)$table[["rmean"]]
  r <- rmst(parts(t, B, .025, .025)); stopifnot(all.equal(r[1], rmean))
  put("rmst", name, NA, rmean, r[2], r[3])
  e <- cost(parts(t, B, .025, .025)); put("ert", name, NA, e[1], e[2], e[3])
  if (s > 0) stopifnot(all.equal(e[1], sum(pmin(t, B)) / s))
  cut <- sort(unique(t[t <= B])); best <- B
  if (length(cut) > 0) { v <- sapply(cut, function(c) sum(pmin(t, c)) / sum(t <= c)); best <- max(cut[v <= min(v) * (1 + 1e-12)]) }
  e <- cost(parts(t, best, .025, .0125)); put("restart", name, best, e[1], e[2], e[3])
}
for (a in 0:6) for (b in c(0, 1, 4))
  put("mcnemar", paste0(a, "-", b), NA, if (a + b == 0) 1 else binom.test(a, a + b, alternative = "greater")$p.value)
influence <- function(t, B) { n <- length(t); n * (pmin(t, B) / sum(pmin(t, B)) - (t <= B) / sum(t <= B)) }
ratio <- function(t1, t2, B) {
  d <- log(sum(pmin(t1, B)) / sum(t1 <= B)) - log(sum(pmin(t2, B)) / sum(t2 <= B)); n <- length(t1)
  x <- influence(t1, B); y <- influence(t2, B)
  if (all(t1 <= B) && all(t2 <= B)) {
    ci <- t.test(x - y)$conf.int                                # the mean of x - y is zero
    return(exp(c(d, d + ci)))
  }
  r <- cor(x, y) * (1 - 1 / n)
  a <- log(cost(parts(t1, B, .025, .025))); b <- log(cost(parts(t2, B, .025, .025)))
  side <- function(p, q) sqrt(p^2 + q^2 - 2 * r * p * q)
  exp(c(d, d - side(a[1] - a[2], b[3] - b[1]), d + side(a[3] - a[1], b[1] - b[2])))
}
second <- c(6.9, 8.8, 9.1, 12.9, 7.2, 10.4, 12.2, 9.4, 8.1, 11.9)
r <- ratio(samples$lognormal$t, second, 200); put("ratio", "lognormal", NA, r[1], r[2], r[3])
r <- ratio(samples$censored$t, second, 200); put("ratio", "censored", NA, r[1], r[2], r[3])
third <- replace(second, c(2, 5), inf)
r <- ratio(samples$censored$t, third, 200); put("ratio", "bothcensored", NA, r[1], r[2], r[3])
put("jmh", "10", 2.5, 2.5 / qt(.9995, 9) * qt(.975, 9))
out <- do.call(rbind, rows)
for (k in c("level", "value", "low", "high")) out[[k]] <- format(out[[k]], digits = 15, trim = TRUE)
write.csv(out, "golden.csv", row.names = FALSE, quote = FALSE)
write.csv(data.frame(sample = names(samples), budget = sapply(samples, `[[`, "B"),
  times = sapply(samples, function(s) paste(s$t, collapse = " "))), "samples.csv", row.names = FALSE, quote = FALSE)
