package io.patchbay;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.patchbay.testing.Broker;
import io.patchbay.testing.RunningGateway;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;

/** A started gateway has told who and what there is, and no secret of the file. */
class PublishedDirectoryTest {
    private static final Pattern HASH = Pattern.compile("pbkdf2:\\d+:(\\S+):(\\S+)");

    @Test
    void the_file_is_on_the_topic_without_its_secrets() throws IOException {
        RunningGateway.shared();
        List<String> subjects = List.of("agent/ana", "agent/sam", "agent/sim", "agent/eve", "team/demo", "queue/sales", "queue/support");
        await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> assertThat(Broker.sharedRecords("cti.directory"))
                .extracting(record -> header(record, "ce_subject")).containsAll(subjects));

        List<String> secrets = HASH.matcher(Files.readString(Path.of("config/directory.yaml"))).results().map(MatchResult::group)
                .flatMap(hash -> Stream.of(hash.split(":")[2], hash.split(":")[3])).toList();
        assertThat(secrets).hasSizeGreaterThan(10);
        assertThat(Broker.sharedRecords("cti.directory")).filteredOn(record -> record.value() != null)
                .extracting(record -> new String(record.value(), UTF_8))
                .allSatisfy(value -> assertThat(value).doesNotContain(secrets).doesNotContainIgnoringCase("pbkdf2", "password", "token"));
    }

    private static String header(ConsumerRecord<String, byte[]> record, String name) {
        return record.value() == null ? "" : new String(record.headers().lastHeader(name).value(), UTF_8);
    }
}
