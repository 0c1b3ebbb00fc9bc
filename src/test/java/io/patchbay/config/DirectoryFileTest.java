package io.patchbay.config;

import static org.assertj.core.api.Assertions.assertThat;

import io.patchbay.model.AgentEntry;
import io.patchbay.model.Directory;
import io.patchbay.model.FarEnd;
import io.patchbay.model.FarEnds;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is wrong with a directory is told with its line, its path, its value and what is expected. */
class DirectoryFileTest {
    private static final String PASSWORD = "    password: 'pbkdf2:1000:AAAAAAAAAAAAAAAA:AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA='";

    @TempDir
    Path directory;

    private List<String> problems(String... lines) {
        Temporary temporary = new Temporary(directory);
        Path file = temporary.write("d.yaml", lines);
        FarEnds farEnds = new FarEnds(List.of(), new FarEnd(FarEnd.Kind.BUSY, Duration.ZERO));
        return Temporary.problems(() -> DirectoryFile.read(file, farEnds)).stream().map(temporary::shortened).toList();
    }

    @Test
    void an_unknown_key_is_refused_with_the_known_ones() {
        assertThat(problems("users:", "  - name: ana", PASSWORD, "    rolle: agent", "ques: []")).containsExactly(
                "d.yaml:5: ques is not a key here (did you mean queues?); known are demo, users, queues, notReadyReasons, logoutReasons, "
                        + "dispositions, skills, addressBook, scripts",
                "d.yaml:4: users[0].rolle is not a key here (did you mean role?); known are name, id, displayName, role, password, "
                        + "extensions, queues, teams, outboundSkills, tokens, firstName, lastName, email, employeeId, externalUrl, "
                        + "features");
    }

    @Test
    void a_value_of_another_form_is_refused() {
        assertThat(problems("demo: maybe", "queues:", "  - {name: a.b, number: 60-01, wrapUp: no}", "users: ana")).containsExactly(
                "d.yaml:1: demo is \"maybe\" but must be true or false",
                "d.yaml:3: queues[0].name is \"a.b\" but must be 1 to 64 letters, digits, _ or -",
                "d.yaml:3: queues[0].number is \"60-01\" but must be 1 to 32 digits, * or #, a leading + allowed",
                "d.yaml:4: users is \"ana\" but must be a list");
    }

    @Test
    void a_user_may_have_a_name_a_mail_address_and_features() {
        Path file = new Temporary(directory).write("d.yaml", "users:", "  - name: ana", PASSWORD, "    firstName: Ana",
                "    lastName: Sample", "    email: ana@example.com", "    employeeId: E-17", "    externalUrl: https://example.com/ana",
                "    features: [voice, chat]",
                "  - name: ben", PASSWORD);
        Directory read = DirectoryFile.read(file, new FarEnds(List.of(), new FarEnd(FarEnd.Kind.BUSY, Duration.ZERO))).directory();

        AgentEntry.Profile ana = read.user("ana").orElseThrow().profile();
        assertThat(ana).isEqualTo(new AgentEntry.Profile(Optional.of("Ana"), Optional.of("Sample"), Optional.of("ana@example.com"),
                Optional.of("E-17"), Optional.of(URI.create("https://example.com/ana")), Optional.of(List.of("voice", "chat"))));
        assertThat(ana.has("chat")).isTrue();
        assertThat(ana.has("sms")).isFalse();
        AgentEntry.Profile ben = read.user("ben").orElseThrow().profile();
        assertThat(ben).isEqualTo(AgentEntry.Profile.NONE);
        assertThat(ben.has("sms")).as("without a list, all").isTrue();
    }

    @Test
    void what_is_said_of_a_user_has_its_form() {
        assertThat(problems("users:", "  - name: ana", PASSWORD, "    email: nowhere", "    employeeId: a b", "    externalUrl: ftp://x/y",
                "    features: ['a b']")).containsExactlyInAnyOrder(
                "d.yaml:4: users[0].email is \"nowhere\" but must be a mail address such as ana@example.com, at most 254 characters",
                "d.yaml:5: users[0].employeeId is \"a b\" but must be 1 to 64 letters, digits, _, . or -",
                "d.yaml:6: users[0].externalUrl is \"ftp://x/y\" but must be an absolute http or https address, at most 500 characters",
                "d.yaml:7: users[0].features[0] is \"a b\" but must be 1 to 64 letters, digits, _, . or -");
    }

    @Test
    void what_a_user_names_must_be_there() {
        assertThat(problems("users:", "  - name: ana", PASSWORD, "    role: boss", "    queues: [sails]", "    outboundSkills:",
                "      - '7001'", "queues:", "  - {name: sales, number: '6001'}")).containsExactly(
                "d.yaml:4: users[0].role is \"boss\" but must be one of agent, supervisor, platform, observer",
                "d.yaml:5: users[0].queues[0] is \"sails\" but must be a queue of this file: [sales]",
                "d.yaml:7: users[0].outboundSkills[0] is \"7001\" but must be a skill of this file: []");
    }

    @Test
    void a_token_has_a_name_of_its_own_a_hash_and_perhaps_a_last_day() {
        String hash = PASSWORD.strip().replace("password: ", "");
        assertThat(problems("users:", "  - name: ana", PASSWORD, "    tokens:", "      - {name: crm, hash: " + hash + "}",
                "      - {name: crm, hash: " + hash + ", until: 2027-02-28}", "      - {name: b c, hash: geheim, until: 2027-02-29}",
                "      - {}")).containsExactly(
                "d.yaml:6: users[0].tokens[1].name is \"crm\" but is taken already by a token of this user (d.yaml:5)",
                "d.yaml:7: users[0].tokens[2].name is \"b c\" but must be 1 to 64 letters, digits, _ or -",
                "d.yaml:7: users[0].tokens[2].hash is \"***\" but must be as printed by new-token",
                "d.yaml:7: users[0].tokens[2].until is \"2027-02-29\" but must be its last day, such as 2027-12-31",
                "d.yaml:8: users[0].tokens[3].name is missing; it must be 1 to 64 letters, digits, _ or -",
                "d.yaml:8: users[0].tokens[3].hash is missing; it must be as printed by new-token");
    }

    @Test
    void a_password_is_needed_hashed_and_never_shown() {
        assertThat(problems("users:", "  - name: ana", "    password: geheim", "  - name: ben")).containsExactly(
                "d.yaml:3: users[0].password is \"***\" but must be a line printed by hash-password",
                "d.yaml:4: users[1].password is missing; it must be a line printed by hash-password");
    }

    @Test
    void nobody_takes_a_number_that_another_has() {
        assertThat(problems("queues:", "  - {name: sales, number: '6001'}", "  - {name: support, number: '6001'}", "users:",
                "  - name: ana", "    extensions: ['5001']", PASSWORD, "  - name: ben", "    extensions: ['5001', '6001']", PASSWORD))
                .containsExactly(
                        "d.yaml:3: queues[1].number is \"6001\" but is taken already by queue sales (d.yaml:2)",
                        "d.yaml:9: users[1].extensions is \"5001\" but is taken already by user ana (d.yaml:6)",
                        "d.yaml:9: users[1].extensions is \"6001\" but is taken already by queue sales (d.yaml:2)");
    }

    @Test
    void nobody_takes_a_name_or_an_id_that_another_has() {
        assertThat(problems("queues:", "  - {name: sales, number: '6001'}", "  - {name: '6001', number: '6002'}", "users:",
                "  - name: ana", PASSWORD, "  - name: ben", "    id: ana", PASSWORD, "  - name: ana", PASSWORD)).containsExactly(
                "d.yaml:3: queues[1].name is \"6001\" but is taken already by queue sales (d.yaml:2)",
                "d.yaml:8: users[1].id is \"ana\" but is taken already by user ana (d.yaml:5)",
                "d.yaml:10: users[2].name is \"ana\" but is taken already by user ana (d.yaml:5)");
    }

    @Test
    void a_user_and_a_queue_have_different_ids() {
        assertThat(problems("queues:", "  - {name: sales, id: x1, number: '6001'}", "users:", "  - name: ana", "    id: x1", PASSWORD))
                .containsExactly("d.yaml:5: users[0].id is \"x1\" but is taken already by queue sales: users and queues share a topic with "
                        + "their ids as keys");
    }

    @Test
    void contacts_need_a_number_and_scripts_a_medium_and_a_queue_that_is_there() {
        assertThat(problems("addressBook:", "  - {name: Parcels, number: home}", "  - {number: '1'}", "scripts:",
                "  - {code: a, label: A, media: [fax], queues: [sails]}", "  - {code: a, label: B}")).contains(
                "d.yaml:2: addressBook[0].number is \"home\" but must be 1 to 32 digits, * or #, a leading + allowed",
                "d.yaml:3: addressBook[1].name is missing; it must be 1 to 100 characters for people to read",
                "d.yaml:5: scripts[0].media[0] is \"fax\" but must be one of [voice, chat, sms, email, callback]",
                "d.yaml:5: scripts[0].queues[0] is \"sails\" but must be a queue of this file: []",
                "d.yaml:6: scripts[1].code is \"a\" but is taken already by \"A\" (d.yaml:5)");
    }

    @Test
    void a_code_and_a_key_stand_once() {
        assertThat(problems("dispositions:", "  - {code: sale, label: Sale}", "  - {code: sale, label: Sold}", "dispositions: []"))
                .contains("d.yaml:4: dispositions stands in d.yaml:2 already. Remove one",
                        "d.yaml:3: dispositions[1].code is \"sale\" but is taken already by \"Sale\" (d.yaml:2)");
    }

    @Test
    void a_file_that_is_no_yaml_is_refused_at_its_line() {
        assertThat(problems("users:", "  - name: [ana")).singleElement().asString().startsWith("d.yaml:3: is not valid YAML: ");
        assertThat(problems("")).singleElement().asString().startsWith("d.yaml: the file is empty");
        assertThat(problems("- a")).contains("d.yaml:1: the file must be a mapping with the keys demo, users, queues, notReadyReasons, "
                + "logoutReasons, dispositions, skills, addressBook, scripts");
    }

    @Test
    void somebody_must_be_able_to_log_in() {
        assertThat(problems("users: []")).containsExactly("d.yaml:1: users must list at least one user");
    }
}
