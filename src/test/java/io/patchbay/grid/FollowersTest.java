package io.patchbay.grid;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.patchbay.model.AgentCommand;
import io.patchbay.model.AgentId;
import io.patchbay.model.Presence;
import io.patchbay.model.QueueName;
import io.patchbay.model.Recorded;
import io.patchbay.model.State;
import io.patchbay.model.Subject;
import io.patchbay.testing.Broker;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Followers on another member: news may be lost, and a follower may be slow (DESIGN 4.6, 4.14). */
class FollowersTest {
    private static final Duration SOON = Duration.ofSeconds(20);

    @RegisterExtension
    static final Broker broker = new Broker();

    @Test
    void a_follower_whose_news_were_lost_hears_every_event_once_and_in_order() {
        try (Cluster cluster = Cluster.of(2, broker.bootstrap())) {
            FollowedAgent ana = FollowedAgent.afar(cluster);

            ana.far.lose(message -> message instanceof Message.News);
            toggle(ana.driver, ana.agent, 3);
            ana.far.lose(message -> false);
            toggle(ana.driver, ana.agent, 2);

            await().atMost(SOON).until(() -> ana.heard.numbers.contains(13L));
            assertThat(ana.heard.numbers).containsExactlyElementsOf(LongStream.rangeClosed(3, 13).boxed().toList());
        }
    }

    @Test
    void the_last_news_lost_are_asked_for_again_though_nothing_happens_any_more() {
        try (Cluster cluster = Cluster.of(2, broker.bootstrap())) {
            FollowedAgent ana = FollowedAgent.afar(cluster);

            AtomicInteger lost = new AtomicInteger();
            ana.far.lose(message -> message instanceof Message.News && lost.incrementAndGet() > 0);
            ana.driver.ready(ana.agent);
            await().atMost(SOON).until(() -> lost.get() > 0);
            ana.far.lose(message -> false);

            await().atMost(SOON).until(() -> ana.heard.numbers.contains(4L));
        }
    }

    @Test
    void a_follower_that_hangs_slows_no_command() {
        try (Cluster cluster = Cluster.of(2, broker.bootstrap())) {
            Driver driver = new Driver(cluster.member(0));
            AgentId ana = Driver.someone("ana");
            driver.signIn(ana, "5001", new QueueName("none"));
            CountDownLatch hangs = new CountDownLatch(1);
            List<Heard> all = cluster.members().stream().map(member -> {
                Heard heard = new Heard(hangs);
                member.follow(Subject.of(ana), heard);
                return heard;
            }).toList();
            await().atMost(SOON).until(() -> all.stream().allMatch(h -> h.numbers.contains(3L)));

            toggle(driver, ana, 50);

            // A follower that missed events is told the state once more, before the event in which it hangs.
            assertThat(all).allSatisfy(h -> assertThat(h.numbers).startsWith(3L).hasSizeLessThanOrEqualTo(2));
            hangs.countDown();
            await().atMost(SOON).until(() -> all.stream().allMatch(h -> h.numbers.contains(103L)));
        }
    }

    /** An agent that another member than its owner follows from its third event on. */
    private record FollowedAgent(Driver driver, AgentId agent, Grid far, Heard heard) {
        static FollowedAgent afar(Cluster cluster) {
            Driver driver = new Driver(cluster.ready().member(0));
            AgentId agent = Driver.someone("ana");
            driver.signIn(agent, "5001", new QueueName("none"));
            Grid far = cluster.other(cluster.ownerOf(Subject.of(agent)));
            Heard heard = new Heard(new CountDownLatch(0));
            far.follow(Subject.of(agent), heard);
            await().atMost(SOON).until(() -> heard.numbers.contains(3L));
            return new FollowedAgent(driver, agent, far, heard);
        }
    }

    private static void toggle(Driver driver, AgentId agent, int times) {
        for (int i = 0; i < times; i++) {
            driver.ready(agent);
            driver.take(Subject.of(agent), new AgentCommand.SetPresence(driver.channel(agent), Presence.NOT_READY));
        }
    }

    /** Hears one state, then events, and waits before each of these. */
    private static final class Heard implements SubjectListener {
        private final List<Long> numbers = new CopyOnWriteArrayList<>();
        private final CountDownLatch until;

        Heard(CountDownLatch until) {
            this.until = until;
        }

        @Override
        public void state(int era, long number, State state, List<Past> history) {
            numbers.add(number);
        }

        @Override
        public void event(int era, Recorded event, State before, State after) {
            try {
                until.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            numbers.add(event.number());
        }
    }
}
