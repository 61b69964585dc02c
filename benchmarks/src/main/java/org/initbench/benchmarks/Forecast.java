package org.initbench.benchmarks;

import java.util.ArrayList;
import java.util.List;
import org.initbench.run.ResolvedStudy;
import org.initbench.study.ExpectedEpochs;
import org.initbench.study.Predictor;
import org.initbench.study.TaskPrediction;
import org.initbench.training.MachineLimits;

/**
 * What a whole study is expected to take on this machine.
 *
 * @param tasks the tasks, in the study's order
 * @param timingSeconds time of what is timed beside the runs
 * @param forecastSeconds time that this forecast took; every run of the study begins with one
 */
record Forecast(List<TaskPrediction> tasks, double timingSeconds, double forecastSeconds) {

    Forecast {
        tasks = List.copyOf(tasks);
    }

    /**
     * Measures this machine, about a second a task, and predicts.
     *
     * @param study the study
     * @param machine what the processes that train will have
     * @throws InterruptedException if the thread is interrupted
     */
    static Forecast of(ResolvedStudy study, MachineLimits machine) throws InterruptedException {
        long begin = System.nanoTime();
        Predictor predictor = new Predictor(study, machine, ExpectedEpochs.committed());
        List<TaskPrediction> tasks = new ArrayList<>();
        for (int i = 0; i < study.tasks().size(); i++) {
            tasks.add(predictor.predict(i));
        }
        return new Forecast(tasks, Costs.ofTimings(study), 1e-9 * (System.nanoTime() - begin));
    }

    /** All cells. */
    int cells() {
        return tasks.stream().mapToInt(TaskPrediction::cells).sum();
    }

    /** All models. */
    int models() {
        return tasks.stream().mapToInt(TaskPrediction::models).sum();
    }

    /** Native memory of the task that takes most: tasks are trained one after another. */
    long memoryBytes() {
        return tasks.stream().mapToLong(TaskPrediction::memoryBytes).max().orElse(0);
    }

    /** Time of the statistics and the report. */
    double analysisSeconds() {
        return Costs.ofAnalysis(models());
    }

    /** Time of everything. */
    double seconds() {
        double forks = Costs.OF_FORK * tasks.size();
        double training = tasks.stream()
                .mapToDouble(task -> task.seconds() + task.tuningSeconds())
                .sum();
        return forecastSeconds + forks + training + timingSeconds + analysisSeconds();
    }

    /** Time of one block of a task. */
    double blockSeconds(String task) {
        TaskPrediction prediction = of(task);
        return prediction.seconds() / prediction.blocks();
    }

    /** Time in which a task's learning rates are tuned. */
    double tuningSeconds(String task) {
        return of(task).tuningSeconds();
    }

    private TaskPrediction of(String task) {
        return tasks.stream().filter(t -> t.task().equals(task)).findFirst().orElseThrow();
    }
}
