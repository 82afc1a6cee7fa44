package io.github.dataconnect4j.examples;

import io.github.dataconnect4j.dataset.Dataset;
import io.github.dataconnect4j.examples.Step5RunPipeline.Copied;
import io.github.dataconnect4j.extracts.Extracts;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What the tutorial ends with: the rows are read, and mail is counted. */
final class Step6ReadRows {

  private Step6ReadRows() {}

  static void run(Setting setting, List<Copied> copied) {
    setting.title("6. Read the rows");
    Map<Dataset<?>, Long> read = new LinkedHashMap<>();
    for (Copied one : copied) {
      Dataset<?> dataset = one.copy().dataset();
      EmailMetrics metrics = EmailMetrics.of(Extracts.of(one.run()));
      read.merge(dataset, metrics.rows(), Long::sum);
      if (metrics.hasMail()) {
        setting.show(metrics.text());
      }
    }
    read.forEach(
        (dataset, rows) -> setting.say("%-28s %,10d rows read", dataset.shortName(), rows));
    setting.requireSameCounts(read);
  }
}
