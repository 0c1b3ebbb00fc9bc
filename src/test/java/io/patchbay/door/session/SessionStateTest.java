package io.patchbay.door.session;

import static io.patchbay.door.session.SessionInput.CAUGHT_UP;
import static io.patchbay.door.session.SessionInput.ENDED;
import static io.patchbay.door.session.SessionInput.GIVEN_UP;
import static io.patchbay.door.session.SessionInput.LOGGED_OUT;
import static io.patchbay.door.session.SessionInput.LOST;
import static io.patchbay.door.session.SessionInput.REPLACED;
import static io.patchbay.door.session.SessionInput.RESUMED;
import static io.patchbay.door.session.SessionInput.STARTED;
import static io.patchbay.door.session.SessionInput.TAKEN_OVER;
import static io.patchbay.door.session.SessionInput.TELLING_FAILED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.patchbay.door.session.SessionState.Away;
import io.patchbay.door.session.SessionState.Live;
import io.patchbay.door.session.SessionState.Over;
import io.patchbay.door.session.SessionState.Prepared;
import io.patchbay.door.session.SessionState.Resuming;
import io.patchbay.door.session.SessionState.Transition;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Given a state, when something happens, then the next state and what is done; everything else changes nothing. */
class SessionStateTest {
    private static final SessionState PREPARED = new Prepared();
    private static final SessionState RETURNING = new Resuming(false);
    private static final SessionState CATCHING_UP = new Resuming(true);
    private static final SessionState LIVE = new Live();
    private static final SessionState LOST_BEFORE = new Away(false);
    private static final SessionState LOST_AFTER = new Away(true);
    private static final List<SessionState> PRESENT = List.of(PREPARED, RETURNING, CATCHING_UP, LIVE);
    private static final List<SessionState> AWAY = List.of(LOST_BEFORE, LOST_AFTER);
    private static final List<SessionState> OVER = Arrays.stream(SessionEnd.values()).<SessionState>map(Over::new).toList();

    private static Arguments row(SessionState given, SessionInput when, SessionState then, SessionEnd close, boolean unfollow) {
        return arguments(given, when, new Transition(then, Optional.ofNullable(close), unfollow));
    }

    private static Stream<Arguments> forward() {
        return Stream.of(
                row(PREPARED, STARTED, LIVE, null, false),
                row(RETURNING, RESUMED, CATCHING_UP, null, false),
                row(CATCHING_UP, CAUGHT_UP, LIVE, null, false),
                row(PREPARED, LOST, LOST_BEFORE, null, false),
                row(RETURNING, LOST, LOST_AFTER, null, false),
                row(CATCHING_UP, LOST, LOST_AFTER, null, false),
                row(LIVE, LOST, LOST_AFTER, null, false));
    }

    private static Stream<Arguments> ends() {
        Stream<Arguments> present = PRESENT.stream().flatMap(given -> Stream.of(
                row(given, TELLING_FAILED, given.on(LOST).next(), SessionEnd.INTERNAL_ERROR, false),
                row(given, REPLACED, new Over(SessionEnd.TAKEN_OVER), SessionEnd.TAKEN_OVER, false),
                row(given, TAKEN_OVER, new Over(SessionEnd.TAKEN_OVER), SessionEnd.TAKEN_OVER, true),
                row(given, ENDED, new Over(SessionEnd.SESSION_OVER), SessionEnd.SESSION_OVER, true),
                row(given, LOGGED_OUT, new Over(SessionEnd.LOGGED_OUT), null, true),
                row(given, GIVEN_UP, new Over(SessionEnd.INTERNAL_ERROR), SessionEnd.INTERNAL_ERROR, true)));
        Stream<Arguments> away = AWAY.stream().flatMap(given -> Stream.of(
                row(given, REPLACED, new Over(SessionEnd.TAKEN_OVER), null, false),
                row(given, TAKEN_OVER, new Over(SessionEnd.TAKEN_OVER), null, true),
                row(given, ENDED, new Over(SessionEnd.SESSION_OVER), null, true),
                row(given, LOGGED_OUT, new Over(SessionEnd.LOGGED_OUT), null, true),
                row(given, GIVEN_UP, new Over(SessionEnd.INTERNAL_ERROR), null, true)));
        return Stream.concat(present, away);
    }

    private static Stream<Arguments> nothing() {
        List<Arguments> named = Stream.concat(forward(), ends()).toList();
        return Stream.of(PRESENT, AWAY, OVER).flatMap(List::stream)
                .flatMap(given -> Arrays.stream(SessionInput.values()).map(when -> row(given, when, given, null, false)))
                .filter(row -> named.stream().noneMatch(other -> other.get()[0].equals(row.get()[0]) && other.get()[1] == row.get()[1]));
    }

    @ParameterizedTest
    @MethodSource({"forward", "ends", "nothing"})
    void given_when_then(SessionState given, SessionInput when, Transition then) {
        assertThat(given.on(when)).isEqualTo(then);
    }

    @Test
    void a_client_that_was_told_anything_is_started_also_while_it_is_away() {
        assertThat(Stream.of(PREPARED, RETURNING, CATCHING_UP, LIVE, LOST_BEFORE, LOST_AFTER).map(SessionState::isStarted))
                .containsExactly(false, false, true, true, false, true);
    }
}
