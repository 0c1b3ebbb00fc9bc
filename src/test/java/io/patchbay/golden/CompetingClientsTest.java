package io.patchbay.golden;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.patchbay.testing.RunningGateway;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.RepeatedTest;

/** Clients of one agent that want its session at the same moment: one gets it and is served, the others are closed. */
class CompetingClientsTest {
    private static final int MANY = 6;
    private static RunningGateway gateway;
    private static RunningFarEnd farEnd;
    private int markers;

    @BeforeAll
    static void start() {
        gateway = RunningGateway.shared();
        farEnd = new RunningFarEnd(gateway.http());
    }

    @RepeatedTest(5)
    void of_those_who_take_over_by_prepare_session_one_stays() {
        List<FarEnd.Line> rivals = rivals();
        rivals.forEach(line -> line.send(Caller.prepare("ana", "ana").toString()));
        theOne(rivals, "SESSION_NOT_STARTED").leave();
    }

    @RepeatedTest(5)
    void of_those_who_take_over_by_bind_session_one_stays_and_goes_on() {
        FarEnd.Line first = farEnd.open("ben");
        String session = new Caller("ben", first).begin();
        ObjectNode bind = Caller.prepare("ben", "ben").put("command", "bindSession");
        bind.withObject("/data").putObject("session").put("id", session);
        List<FarEnd.Line> rivals = rivals();
        rivals.forEach(line -> line.send(bind.toString()));
        FarEnd.Line winner = theOne(Stream.concat(Stream.of(first), rivals.stream()).toList(), "UNKNOWN_COMMAND");
        ObjectNode logout = Caller.request("session.request.logout", session, "logout");
        assertThat(new Caller("ben", winner).ask(logout).path("result").asText()).isEqualTo("success");
    }

    private static List<FarEnd.Line> rivals() {
        return Stream.generate(() -> farEnd.open("ana")).limit(MANY).toList();
    }

    /** The one that answers an unknown request with that code when all others are closed. */
    private FarEnd.Line theOne(List<FarEnd.Line> lines, String code) {
        List<FarEnd.Line> one = await().atMost(Duration.ofSeconds(5))
            .until(() -> lines.stream().filter(line -> answer(line).isPresent()).toList(), open -> open.size() == 1);
        assertThat(answer(one.get(0))).contains(code);
        assertThat(lines).filteredOn(line -> !one.contains(line)).allSatisfy(line -> assertThat(line.closed()).contains(4409));
        return one.get(0);
    }

    private Optional<String> answer(FarEnd.Line line) {
        String id = "marker-" + ++markers;
        try {
            line.send(Caller.request("session.request.nothing", "nowhere", id).toString());
        } catch (CompletionException closed) {
            return Optional.empty();
        }
        return Stream.generate(line::next).takeWhile(Optional::isPresent).map(frame -> Player.parse(frame.get()))
            .filter(frame -> frame.path("requestId").asText().equals(id)).findFirst().map(Caller::code);
    }
}
