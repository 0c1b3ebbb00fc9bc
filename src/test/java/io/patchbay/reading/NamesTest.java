package io.patchbay.reading;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.patchbay.config.DirectoryFile;
import io.patchbay.model.AgentEntry;
import io.patchbay.model.AgentId;
import io.patchbay.model.Destination;
import io.patchbay.model.Directory;
import io.patchbay.model.FarEnd;
import io.patchbay.model.FarEnds;
import io.patchbay.model.Presence.NotReadyReason;
import io.patchbay.model.QueueName;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What clients name, against the demo directory: ana's extension is 5001, the queue sales has the number 6001. */
class NamesTest {
    private static final Directory DIRECTORY = DirectoryFile.read(Path.of("config/directory.yaml"),
            new FarEnds(List.of(), new FarEnd(FarEnd.Kind.ANSWERS, Duration.ofMillis(200)))).directory();
    private static final QueueName SALES = new QueueName("sales");
    private static final QueueName SUPPORT = new QueueName("support");
    private final Names names = new Names(DIRECTORY);
    private final AgentEntry ana = DIRECTORY.agent(new AgentId("ana")).orElseThrow();
    private final AgentEntry caro = DIRECTORY.agent(new AgentId("caro")).orElseThrow();

    private static boolean isValue(Read<?> read) {
        return read instanceof Read.Value<?>;
    }

    @ParameterizedTest
    @CsvSource({"5001,true,false,true,false", "6001,true,false,true,true", "sales,true,false,true,true", "+15551234,true,true,false,false",
        "nobody,false,false,false,false", "'5001 ',true,false,true,false"})
    void a_destination_is_inside_or_outside(String text, boolean any, boolean outside, boolean inside, boolean queue) {
        assertThat(List.of(isValue(names.destination(text)), isValue(names.outside(text)), isValue(names.inside(text)),
                isValue(names.queue(text)))).containsExactly(any, outside, inside, queue);
    }

    @Test
    void queues_are_found_by_name_and_number_and_each_counts_once() {
        List<QueueName> both = List.of(SALES, SUPPORT);
        assertThat(names.queues(List.of("6001", "support", "sales"), both)).isEqualTo(Read.of(both));
        assertThat(names.queues(List.of("sales", "support"), List.of(SALES))).isInstanceOf(Read.Wrong.class);
        assertThat(names.queues(List.of(), both)).isEqualTo(Read.of(List.of()));
    }

    @Test
    void an_endpoint_is_a_queue_of_the_agent_or_none_in_particular() {
        AgentEntry onlySales = new AgentEntry(ana.id(), ana.userId(), ana.displayName(), ana.role(), ana.extensions(), List.of(SALES),
                ana.teams(), ana.outboundSkills());
        assertThat(names.endpoint(onlySales, "6001")).isEqualTo(Read.of(Optional.of(SALES)));
        assertThat(names.endpoint(onlySales, "support")).isInstanceOf(Read.Wrong.class);
        assertThat(names.endpoint(onlySales, "*")).isEqualTo(Read.of(Optional.empty()));
        assertThat(names.endpoint(onlySales, "help@example.org")).isEqualTo(Read.of(Optional.empty()));
        assertThat(names.endpoint(onlySales, "two words")).isInstanceOf(Read.Wrong.class);
    }

    @Test
    void an_extension_is_the_agents_own_and_the_first_where_none_is_named() {
        assertThat(names.extension(ana, "")).isEqualTo(Read.of("5001"));
        assertThat(names.extension(ana, "5001")).isEqualTo(Read.of("5001"));
        assertThat(names.extension(ana, "5002")).isInstanceOf(Read.Wrong.class);
    }

    @Test
    void a_reason_has_the_text_of_the_directory_or_the_clients() {
        String code = DIRECTORY.codes().notReadyReasons().get(0).code();
        String label = DIRECTORY.codes().notReadyReasons().get(0).label();
        assertThat(names.notReady(code, Optional.empty())).isEqualTo(Read.of(new NotReadyReason(code, label)));
        assertThat(names.notReady(code, Optional.of("own"))).isEqualTo(Read.of(new NotReadyReason(code, "own")));
        assertThat(names.notReady("none such", Optional.empty())).isInstanceOf(Read.Wrong.class);
        assertThat(names.logout("none such")).isInstanceOf(Read.Wrong.class);
        assertThat(names.disposition("none such")).isInstanceOf(Read.Wrong.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "12a", "1-2", "\u0661"})
    void digits_are_those_of_a_telephone(String wrong) {
        assertThat(Calling.digits(wrong)).isInstanceOf(Read.Wrong.class);
        assertThat(Calling.digits("09*#")).isEqualTo(Read.of("09*#"));
    }

    @Test
    void an_outbound_skill_is_asked_for_outside_calls_of_agents_who_have_some() {
        Destination outside = names.destination("+15550100").or(IllegalStateException::new);
        assertThat(Calling.needsSkill(caro, outside)).isTrue();
        assertThat(Calling.needsSkill(caro, names.destination("5001").or(IllegalStateException::new))).isFalse();
        assertThat(Calling.needsSkill(ana, outside)).isFalse();
        assertThat(Calling.skill(caro, "7001")).isEqualTo(Read.of("7001"));
        assertThat(Calling.skill(caro, "7999")).isInstanceOf(Read.Wrong.class);
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', value = {"\"a\";text filled code", "\" \";text code", "7;code", "7.5;''", "true;flag",
        "{};object pairs named", "[];array texts", "[\"a\"];array texts", "[1];array", "{\"a\":\"b\"};object pairs named",
        "{\"a\":1};object", "{\" \":\"b\"};object pairs", "null;''"})
    void a_value_of_json_has_its_types(String json, String types) throws JsonProcessingException {
        Map<String, JsonType<?>> all = Map.of("text", JsonType.TEXT, "filled", JsonType.FILLED, "flag", JsonType.FLAG, "code",
                JsonType.CODE, "object", JsonType.OBJECT, "array", JsonType.ARRAY, "texts", JsonType.TEXTS, "pairs", JsonType.PAIRS,
                "named", JsonType.NAMED_PAIRS);
        var node = new ObjectMapper().readTree(json);
        assertThat(all.entrySet().stream().filter(type -> isValue(type.getValue().read(node))).map(Map.Entry::getKey))
                .containsExactlyInAnyOrder(types.isEmpty() ? new String[0] : types.split(" "));
    }

    @Test
    void who_works_is_an_agent_or_a_supervisor() {
        assertThat(DIRECTORY.users().stream().filter(Roles::works).map(AgentEntry::role).distinct())
                .containsExactlyInAnyOrder(AgentEntry.Role.AGENT, AgentEntry.Role.SUPERVISOR);
    }
}
