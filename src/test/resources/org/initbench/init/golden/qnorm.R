# Expected quantiles of the standard normal law: Rscript qnorm.R, in this folder, writes qnorm.csv.
# R 4.2.2. 17 significant digits read back exactly.
tails <- c(2^-(2:60), 10^-(1:30), 10^-c(50, 100, 200, 300), 5e-324)
borders <- c(0.075, 0.075 * (1 + 2^-40), 0.075 * (1 - 2^-40), exp(-25), exp(-25) * (1 + 2^-30), exp(-25) * (1 - 2^-30))
central <- c(0.5, 0.5 + 2^-(2:53), seq(0.01, 0.99, by = 0.01))
# 1 - p is kept where it is still below 1.
upper <- 1 - c(2^-(2:53), 10^-(1:15))
p <- sort(unique(c(tails, borders, central, upper)))
p <- p[p > 0 & p < 1]
writeLines(c("p,quantile", sprintf("%.17g,%.17g", p, qnorm(p))), "qnorm.csv")
