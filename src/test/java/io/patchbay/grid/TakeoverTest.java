package io.patchbay.grid;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.patchbay.model.Address;
import io.patchbay.model.AgentId;
import io.patchbay.model.CommandId;
import io.patchbay.model.Connection;
import io.patchbay.model.ContactPolicy;
import io.patchbay.model.Outcome;
import io.patchbay.model.PlatformCommand;
import io.patchbay.model.QueueName;
import io.patchbay.model.Subject;
import io.patchbay.testing.Broker;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What a lost member had begun, the next owner finishes (DESIGN 4.4, 4.8, 4.11). */
class TakeoverTest {
    private static final Duration SOON = Duration.ofSeconds(20);
    private static final ContactPolicy SHORT = new ContactPolicy(Duration.ofSeconds(2), Duration.ofSeconds(10), Duration.ofSeconds(2));

    @RegisterExtension
    static final Broker broker = new Broker();

    @Test
    void every_call_that_was_accepted_before_its_owner_was_lost_still_rings() {
        try (Cluster cluster = Cluster.of(2, broker.bootstrap())) {
            Grid left = cluster.member(0);
            Driver driver = new Driver(left);
            QueueName queue = new QueueName("sales-" + Driver.fresh().value());
            List<AgentId> agents = new ArrayList<>();
            for (int i = 0; i < 8; i++) {
                agents.add(Driver.someone("agent"));
                driver.signIn(agents.get(i), "1" + i, queue);
                driver.ready(agents.get(i));
            }
            List<CommandId> arrivals = Stream.generate(() -> arrivalOwnedBy(cluster, cluster.member(1))).limit(8).toList();
            List<CompletableFuture<Outcome>> outcomes = arrivals.stream().map(a -> driver.arriving(queue, a, Driver.TERMS)).toList();
            CompletableFuture.anyOf(outcomes.toArray(CompletableFuture[]::new)).join();
            cluster.member(1).terminate();

            assertThat(outcomes).allSatisfy(o -> assertThat(o).succeedsWithin(SOON).matches(Outcome::isAccepted));
            await().atMost(SOON).untilAsserted(() -> assertThat(arrivals).allSatisfy(a -> assertThat(ringing(driver, a)).isEqualTo(1)));
            assertThat(arrivals).allSatisfy(a -> assertThat(left.cell(Driver.Arrived.by(a).subject()).outbox().size()).isLessThan(2));
        }
    }

    @Test
    void an_offer_expires_and_goes_on_to_the_next_agent_though_its_owner_is_lost() {
        try (Cluster cluster = Cluster.of(2, broker.bootstrap())) {
            Driver driver = new Driver(cluster.member(0));
            QueueName queue = new QueueName("sales-" + Driver.fresh().value());
            AgentId ana = Driver.someone("ana");
            AgentId ben = Driver.someone("ben");
            driver.signIn(ana, "5001", queue);
            driver.signIn(ben, "5002", queue);
            driver.ready(ana);
            Driver.Arrived call = driver.arrives(queue, arrivalOwnedBy(cluster, cluster.member(1)), SHORT);
            driver.awaitLeg(call, ana, Connection.State.ALERTING);
            driver.ready(ben);
            cluster.member(1).terminate();

            driver.awaitLeg(call, ben, Connection.State.ALERTING);
        }
    }

    @Test
    void a_finished_contact_is_forgotten_with_a_tombstone_though_its_owner_is_lost() {
        try (Cluster cluster = Cluster.of(2, broker.bootstrap())) {
            Driver driver = new Driver(cluster.member(0));
            Driver.Arrived call = driver.arrives(new QueueName("nobody-" + Driver.fresh().value()),
                    arrivalOwnedBy(cluster, cluster.member(1)), SHORT);
            driver.take(call.subject(), new PlatformCommand.FarEndActs(call.call(), new Address("+15551234"),
                    PlatformCommand.FarEndActs.Action.HANG_UP));
            assertThat(cluster.member(0).cell(call.subject())).isNotNull();
            cluster.member(1).terminate();

            await().atMost(SOON).until(() -> cluster.member(0).cell(call.subject()) == null);
            assertThat(broker.records("cti.interaction-state", call.interaction().value())).last().matches(r -> r.value() == null);
            assertThat(cluster.member(0).lookup().state(call.subject()).toCompletableFuture().join()).isEmpty();
        }
    }

    @Test
    void the_same_command_asked_through_both_members_and_after_a_loss_happens_once() {
        try (Cluster cluster = Cluster.of(2, broker.bootstrap())) {
            Driver driver = new Driver(cluster.member(0));
            QueueName queue = new QueueName("nobody-" + Driver.fresh().value());
            CommandId arrival = arrivalOwnedBy(cluster, cluster.member(1));
            Subject call = driver.arrives(queue, arrival, Driver.TERMS).subject();
            long number = cluster.member(0).cell(call).number();

            assertThat(new Driver(cluster.member(1)).arriving(queue, arrival, Driver.TERMS)).succeedsWithin(SOON)
                    .isEqualTo(Outcome.accepted());
            cluster.member(1).terminate();
            assertThat(driver.arriving(queue, arrival, Driver.TERMS)).succeedsWithin(SOON).isEqualTo(Outcome.accepted());
            assertThat(cluster.member(0).cell(call).number()).isEqualTo(number);
            await().atMost(SOON).until(() -> broker.records("cti.interactions", call.id()).stream()
                    .map(r -> new String(r.headers().lastHeader("ce_id").value())).distinct().count() == number);
        }
    }

    private static CommandId arrivalOwnedBy(Cluster cluster, Grid wanted) {
        return Stream.generate(Driver::fresh).filter(a -> cluster.ownerOf(Driver.Arrived.by(a).subject()) == wanted).findFirst()
                .orElseThrow();
    }

    private static long ringing(Driver driver, CommandId arrival) {
        return driver.interaction(Driver.Arrived.by(arrival)).calls().stream().flatMap(c -> c.connections().stream())
                .filter(c -> c.is(Connection.State.ALERTING)).count();
    }
}
