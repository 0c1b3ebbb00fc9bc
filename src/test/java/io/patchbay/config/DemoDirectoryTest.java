package io.patchbay.config;

import static org.assertj.core.api.Assertions.assertThat;

import io.patchbay.model.Address;
import io.patchbay.model.AgentEntry;
import io.patchbay.model.AgentEntry.Role;
import io.patchbay.model.AgentId;
import io.patchbay.model.CodeEntry;
import io.patchbay.model.ContactEntry;
import io.patchbay.model.Destination;
import io.patchbay.model.Directory;
import io.patchbay.model.FarEnd;
import io.patchbay.model.Medium;
import io.patchbay.model.QueueName;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The directory BINDINGS describes is the one we ship. */
class DemoDirectoryTest {
    private static final DirectoryFile FILE =
            Configuration.load(Path.of("config/gateway.properties"), Temporary.PLAIN, new Properties()).directory();
    private final Directory directory = FILE.directory();

    @ParameterizedTest
    @CsvSource({"ana,5001,AGENT", "ben,5002,AGENT", "caro,5003,AGENT", "dan,5069,AGENT", "sam,5009,SUPERVISOR"})
    void everybody_who_works_has_an_extension_both_queues_and_the_name_as_password(String name, String extension, Role role) {
        AgentEntry agent = directory.agent(new AgentId(name)).orElseThrow();
        assertThat(agent.role()).isEqualTo(role);
        assertThat(agent.extensions()).containsExactly(new Address(extension));
        assertThat(agent.queues()).containsExactly(new QueueName("sales"), new QueueName("support"));
        assertThat(directory.resolve(extension)).contains(new Destination.Extension(agent.id(), new Address(extension)));
        assertThat(FILE.passwords().get(agent.id()).matches(name)).isTrue();
        assertThat(directory.supervises(new AgentId("sam"), agent.id())).isTrue();
        assertThat(directory.supervises(new AgentId("ana"), agent.id())).isFalse();
    }

    @Test
    void others_have_a_role_and_nothing_else() {
        assertThat(directory.user("sim").orElseThrow().role()).isEqualTo(Role.PLATFORM);
        assertThat(directory.user("eve").orElseThrow().role()).isEqualTo(Role.OBSERVER);
        assertThat(directory.user("eve").orElseThrow().extensions()).isEmpty();
        assertThat(directory.supervises(new AgentId("sam"), new AgentId("eve"))).isFalse();
    }

    @Test
    void there_are_numbers_to_call_and_scripts_for_each_medium() {
        assertThat(directory.addressBook()).extracting(ContactEntry::group).containsExactly("Suppliers", "Suppliers", "");
        assertThat(directory.addressBook()).allSatisfy(contact ->
                assertThat(directory.resolve(contact.number().value()).orElseThrow()).isInstanceOf(Destination.Outside.class));
        for (Medium medium : Medium.values()) {
            assertThat(directory.scripts()).anyMatch(script -> script.isActiveBeside(medium, new QueueName("sales")));
        }
    }

    @Test
    void the_lists_are_those_of_the_bindings() {
        assertThat(directory.codes().notReadyReason("1")).contains(new CodeEntry("1", "Lunch"));
        assertThat(directory.codes().notReadyReasons()).extracting(CodeEntry::label).containsExactly("Lunch", "Meeting", "Training");
        assertThat(directory.codes().logoutReason("10")).contains(new CodeEntry("10", "End of shift"));
        assertThat(directory.codes().dispositions()).extracting(CodeEntry::code).containsExactly("sale", "callback", "wrong-number");
        assertThat(directory.user("caro").orElseThrow().outboundSkills())
                .containsExactly(new CodeEntry("7001", "Retail"), new CodeEntry("7002", "Business"));
        assertThat(directory.user("ana").orElseThrow().outboundSkills()).isEmpty();
    }

    @Test
    void ids_can_be_computed_by_anybody_who_knows_the_rule() {
        String id = "93e69d2510cbd5976530947b5d693b26";
        assertThat(directory.user("ana").orElseThrow().userId()).isEqualTo(id);
        assertThat(directory.user(id)).isEqualTo(directory.user("ana"));
        assertThat(directory.queue("sales").orElseThrow().queueId()).isEqualTo("9e981111-7604-c274-c3c6-1bed2fa55d2c");
    }

    @ParameterizedTest
    @ValueSource(strings = {"6001", "sales"})
    void a_queue_is_dialled_by_number_or_name(String dialled) {
        assertThat(directory.resolve(dialled))
                .contains(new Destination.ToQueue(new QueueName("sales"), new Address("6001"), true));
    }

    @ParameterizedTest
    @CsvSource({"+15551234,ANSWERS,200", "+15550101,BUSY,200", "15550102,NO_ANSWER,500", "+15550103,INVALID,0",
        "*04#0104,MANUAL,200"})
    void everything_else_is_outside_and_behaves_by_its_number(String dialled, FarEnd.Kind kind, long millis) {
        assertThat(directory.resolve(dialled)).contains(
                new Destination.Outside(new Address(dialled), new FarEnd(kind, Duration.ofMillis(millis))));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "+", "ana", "5001 ", "+49 30 1", "1+2", "sales@x", "123456789012345678901234567890123", "٣", "1\n"})
    void what_is_none_of_these_is_no_destination(String dialled) {
        assertThat(directory.resolve(dialled)).isEmpty();
    }
}
