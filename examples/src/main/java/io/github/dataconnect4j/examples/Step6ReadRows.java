package io.github.dataconnect4j.examples;

import static io.github.dataconnect4j.dataset.Datasets.MESSAGE_V1;

import io.github.dataconnect4j.dataset.Dataset;
import io.github.dataconnect4j.dataset.Row;
import io.github.dataconnect4j.examples.Step5RunPipeline.Copied;
import io.github.dataconnect4j.extracts.Extracts;
import io.github.dataconnect4j.extracts.Rows;
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
      read.merge(dataset, read(setting, dataset, Extracts.of(one.run())), Long::sum);
    }
    read.forEach(
        (dataset, rows) -> setting.say("%-28s %,10d rows read", dataset.shortName(), rows));
    setting.requireSameCounts(read);
  }

  private static long read(Setting setting, Dataset<?> dataset, Extracts extracts) {
    if (!dataset.equals(MESSAGE_V1)) {
      try (Rows<Row> rows = extracts.rows()) {
        return rows.stream().count();
      }
    }
    EmailMetrics metrics = EmailMetrics.of(extracts);
    if (metrics.hasMail()) {
      setting.show(metrics.text());
    }
    return metrics.rows();
  }
}
