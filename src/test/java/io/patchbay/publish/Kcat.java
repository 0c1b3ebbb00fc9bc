package io.patchbay.publish;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A Kafka client that shares no code with us. */
final class Kcat {
    private Kcat() { }

    static Path installed() {
        return Arrays.stream(System.getenv("PATH").split(File.pathSeparator)).map(dir -> Path.of(dir, "kcat"))
                .filter(Files::isExecutable).findFirst()
                .orElseThrow(() -> new AssertionError("kcat is not installed: apt-get install kcat, as .ci/run does"));
    }

    /** One line a record: key, headers, value. */
    static List<String> lines(Path kcat, String bootstrap, String topic) throws Exception {
        Process process = new ProcessBuilder(kcat.toString(), "-C", "-q", "-e", "-b", bootstrap, "-t", topic, "-f", "%k %h %s\\n")
                .redirectError(ProcessBuilder.Redirect.INHERIT).start();
        try {
            String out = new String(process.getInputStream().readAllBytes(), UTF_8);
            assertThat(process.waitFor(20, TimeUnit.SECONDS)).as("kcat came to an end").isTrue();
            assertThat(process.exitValue()).as("exit status of kcat").isZero();
            return out.lines().toList();
        } finally {
            process.destroyForcibly();
        }
    }
}
