package io.patchbay.commands;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.patchbay.door.PendingCommand;
import io.patchbay.model.Body;
import io.patchbay.model.Command;
import io.patchbay.model.Subject;
import io.patchbay.testing.Samples;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Every operation with a command that uses all its members, and every command of the model with an operation or a reason for none. */
class OperationsTest {
    private static final Path CORPUS = Path.of("src/test/resources/commands/operations.json");

    @Test
    void every_command_of_the_model_is_offered_or_said_not_to_be() {
        List<Class<?>> offered = Operations.all().<Class<?>>map(Operation::makes).distinct().toList();
        List<Class<?>> known = Stream.concat(offered.stream(), Operations.NOT_OFFERED.stream().flatMap(Samples::leaves)).toList();
        assertThat(known).as("offered, and not offered").containsExactlyInAnyOrderElementsOf(Samples.leaves(Body.class).toList());
    }

    @Test
    void every_operation_has_a_sample() throws IOException {
        assertThat(samples().map(sample -> sample.at("/command/operation").asText()).distinct())
                .containsExactlyInAnyOrderElementsOf(Operations.all().map(Operation::name).toList());
    }

    @TestFactory
    Stream<DynamicTest> an_operation_comes_to_its_command() throws IOException {
        return samples().map(sample -> DynamicTest.dynamicTest(sample.at("/command/operation").asText(), () -> {
            Operation operation = Operations.find(sample.at("/command/operation").asText()).orElseThrow();
            PendingCommand<CommandOrigin> ask = Doors.door().decode(Doors.parsed(Doors.record(sample.path("command").toString())));

            assertThat(ask.context().declined()).as("refusal").isEmpty();
            Command command = ask.commands().get(0);
            assertThat(command.body()).isInstanceOf(operation.makes());
            assertThat(command.body().toString()).matches(Pattern.quote(sample.path("comesTo").asText()).replace("?", "\\E.+?\\Q"));
            assertThat(command.target()).isEqualTo(Subject.parse(sample.path("at").asText()));
        }));
    }

    @TestFactory
    Stream<DynamicTest> a_sample_has_all_members_and_no_other_is_taken() throws IOException {
        return samples().map(sample -> DynamicTest.dynamicTest(sample.at("/command/operation").asText(), () -> {
            Operation operation = Operations.find(sample.at("/command/operation").asText()).orElseThrow();
            for (String where : List.of("target", "arguments")) {
                List<Parameter> members = where.equals("target") ? operation.target() : operation.arguments();
                assertThat(names(sample.path("command").path(where))).as(where)
                        .isEqualTo(members.stream().map(Parameter::name).collect(Collectors.toCollection(TreeSet::new)));
                for (Parameter member : members) {
                    assertThat(Doors.refusal(Doors.without(sample.path("command"), where, member.name()))).as("without %s", member.name())
                            .isEqualTo(sample.path("without").path(member.name()).asText(member.required() ? "INVALID_DATA" : ""));
                    assertThat(Doors.refusal(Doors.with(sample.path("command"), where, member.name(), 17))).as("%s 17", member.name())
                            .isEqualTo("INVALID_DATA");
                }
                assertThat(Doors.refusal(Doors.with(sample.path("command"), where, "unknown", 17))).isEqualTo("INVALID_DATA");
            }
        }));
    }

    private static TreeSet<String> names(JsonNode object) {
        TreeSet<String> names = new TreeSet<>();
        object.fieldNames().forEachRemaining(names::add);
        return names;
    }

    private static Stream<JsonNode> samples() throws IOException {
        JsonNode all = new ObjectMapper().readTree(Files.readString(CORPUS));
        return StreamSupport.stream(all.spliterator(), false);
    }
}
