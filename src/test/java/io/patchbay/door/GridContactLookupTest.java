package io.patchbay.door;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.patchbay.model.Address;
import io.patchbay.model.Command;
import io.patchbay.model.CommandId;
import io.patchbay.model.ContactPolicy;
import io.patchbay.model.Destination;
import io.patchbay.model.Ids;
import io.patchbay.model.Interaction;
import io.patchbay.model.InteractionCommand;
import io.patchbay.model.InteractionId;
import io.patchbay.model.LogEntry;
import io.patchbay.model.Medium;
import io.patchbay.model.PlatformCommand;
import io.patchbay.model.QueueName;
import io.patchbay.model.Subject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** {@link GridContactLookup} asked on two members at the same time. */
class GridContactLookupTest {
    private static final Address SALES = new Address("6001");
    private static TwoMembers grid;
    private static List<ContactLookup> members;

    @BeforeAll
    static void start() {
        grid = new TwoMembers();
        members = List.of(new GridContactLookup(grid.first.lookup(), Clock.systemUTC()),
                new GridContactLookup(grid.second.lookup(), Clock.systemUTC()));
    }

    @AfterAll
    static void stop() {
        grid.close();
    }

    private static InteractionId fresh() {
        return Ids.interaction(new CommandId(UUID.randomUUID().toString()));
    }

    /** Both members are asked many times before anybody looks at an answer. */
    private static Set<InteractionId> homes(Address from, Optional<InteractionId> over) throws Exception {
        List<CompletableFuture<ContactLookup.Thread>> asked = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            asked.add(members.get(i % 2).thread(from, SALES, fresh(), over).toCompletableFuture());
        }
        Set<InteractionId> homes = new HashSet<>();
        for (CompletableFuture<ContactLookup.Thread> answer : asked) {
            homes.add(answer.get(20, TimeUnit.SECONDS).home());
        }
        return homes;
    }

    @Test
    void all_who_begin_a_thread_at_the_same_time_are_told_the_same() throws Exception {
        for (int i = 0; i < 20; i++) {
            assertThat(homes(new Address("+1555000" + i), Optional.empty())).hasSize(1);
        }
    }

    @Test
    void a_thread_that_is_over_goes_on_in_one_other_interaction() throws Exception {
        Address pat = new Address("+15551234");
        InteractionId first = homes(pat, Optional.empty()).iterator().next();
        Set<InteractionId> next = homes(pat, Optional.of(first));
        assertThat(next).hasSize(1).doesNotContain(first);
        assertThat(homes(pat, Optional.of(first))).as("over already").isEqualTo(next);
    }

    @Test
    void threads_of_others_are_others() throws Exception {
        assertThat(homes(new Address("+15557777"), Optional.empty())).isNotEqualTo(homes(new Address("+15558888"), Optional.empty()));
    }

    @Test
    void what_nobody_began_is_not_found() throws Exception {
        assertThat(members.get(1).find(fresh()).toCompletableFuture().get(20, TimeUnit.SECONDS)).isEmpty();
    }

    @Test
    void what_was_written_is_read_at_any_member_and_goes_with_the_interaction() throws Exception {
        InteractionId chat = fresh();
        does(chat, new PlatformCommand.SessionRequested(Medium.CHAT, "Pat", Optional.empty(),
                new Destination.ToQueue(new QueueName("nobody"), SALES, true), Optional.empty(), Map.of(),
                new ContactPolicy(Duration.ofSeconds(30), Duration.ofSeconds(10), Duration.ofSeconds(1))));
        for (int n = 2; n <= 130; n++) {
            does(chat, new PlatformCommand.CustomerWrites("m" + n));
        }
        for (ContactLookup member : members) {
            Interaction state = now(member.find(chat)).orElseThrow();
            assertThat(state.messaging().log()).hasSizeLessThan(80);
            assertThat(now(member.log(chat, state))).extracting(LogEntry::index)
                    .containsExactlyElementsOf(LongStream.rangeClosed(1, 130).boxed().toList());
        }
        assertThat(grid.first.cell(Subject.transcript(chat, 0))).isNotNull();

        does(chat, new PlatformCommand.CustomerLeaves());
        await().atMost(Duration.ofSeconds(20)).until(() -> grid.first.cell(Subject.of(chat)) == null);
        for (int page = 0; page < 6; page++) {
            assertThat(grid.first.cell(Subject.transcript(chat, page))).as("page %s", page).isNull();
        }
    }

    private static void does(InteractionId id, InteractionCommand body) throws Exception {
        Command command = Command.of(new CommandId(UUID.randomUUID().toString()), Instant.now(), Subject.of(id), body);
        assertThat(now(grid.first.dispatch(command)).isAccepted()).isTrue();
    }

    private static <T> T now(CompletionStage<T> asked) throws Exception {
        return asked.toCompletableFuture().get(20, TimeUnit.SECONDS);
    }
}
