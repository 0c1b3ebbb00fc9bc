package io.patchbay.dialect.harmony.frame;

import static io.patchbay.dialect.harmony.Sample.ANA;
import static io.patchbay.dialect.harmony.Sample.AT_ANA;
import static io.patchbay.dialect.harmony.Sample.C;
import static io.patchbay.dialect.harmony.Sample.G;
import static io.patchbay.dialect.harmony.Sample.SALES;
import static io.patchbay.dialect.harmony.Sample.SUPPORT;
import static io.patchbay.dialect.harmony.Sample.becomes;
import static io.patchbay.dialect.harmony.Sample.works;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.patchbay.dialect.harmony.Sample;
import io.patchbay.dialect.harmony.Watcher;
import io.patchbay.model.Agent.Work;
import io.patchbay.model.AgentEvent;
import io.patchbay.model.Cause;
import io.patchbay.model.Channel;
import io.patchbay.model.ChannelId;
import io.patchbay.model.DeviceEvent;
import io.patchbay.model.Interaction.Direction;
import io.patchbay.model.Medium;
import io.patchbay.model.Presence;
import io.patchbay.model.Presence.NotReadyReason;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Expected lists are those of harmony.md 2.1 to 2.3, of CHOREOGRAPHY A8 and A15, and the printed conversation of BINDINGS. */
class ChannelFramesTest {
    private static final String[] PAIR = {"channel.infochanged(C)", "SU(C)"};

    private static Watcher ready() {
        return new Watcher(ANA).given(Sample.signedIn())
                .given(becomes(Presence.INACTIVE, Presence.NOT_READY), becomes(Presence.NOT_READY, Presence.READY));
    }

    @Test
    void a_group_brings_its_channels_and_is_initialized_after_them() {
        List<AgentEvent> events = Sample.signedIn();
        assertThat(new Watcher(ANA).given(events.get(0)).sees(events.get(1))).containsExactly("channelgroup.created(S)", "SU(G)",
                "channel.created(G)", "SU(C)", "channel.initialized(C)", "channelgroup.initialized(G)",
                "channel.externaldispositions.updated(C)");
    }

    @Test
    void a_standalone_channel_belongs_to_the_session() {
        Channel chat = Channel.created(new ChannelId("D"), Optional.empty(), Medium.CHAT, "*", List.of(SALES), Sample.NOW);
        assertThat(new Watcher(ANA).given(Sample.signedIn()).sees(new AgentEvent.ChannelAdded(chat)))
                .containsExactly("channel.created(S)", "SU(D)", "channel.initialized(D)", "channel.externaldispositions.updated(D)");
    }

    @Test
    void every_change_of_a_channels_state_is_the_channel_pair() {
        Watcher ana = ready();
        assertThat(ana.sees(works(Presence.READY, Presence.RESERVED, Work.Phase.RESERVED))).containsExactly(PAIR);
        assertThat(ana.sees(works(Presence.RESERVED, Presence.BUSY, Work.Phase.ACTIVE))).containsExactly(PAIR);
        assertThat(ana.sees(new AgentEvent.PendingStateChanged(C, Presence.NOT_READY, Optional.empty()))).containsExactly(PAIR);
        assertThat(ana.sees(works(Presence.BUSY, Presence.AFTER_CALL_WORK, Work.Phase.ENDED))).containsExactly(PAIR);
        assertThat(ana.sees(new AgentEvent.QueuesChanged(C, List.of(SALES, SUPPORT), List.of(SALES)))).containsExactly(PAIR);
    }

    @Test
    void a_slot_that_is_freed_without_a_change_is_no_event() {
        Work work = new Work(Sample.I, C, Medium.VOICE, Work.Phase.ENDED, false);
        assertThat(ready().sees(new AgentEvent.SlotFreed(work, true))).isEmpty();
    }

    @Test
    void what_comes_after_the_work_at_hand_may_change_unseen() {
        Work wrappedUp = new Work(Sample.I, C, Medium.VOICE, Work.Phase.ENDED, true);
        Watcher ana = ready();
        ana.sees(works(Presence.READY, Presence.BUSY, Work.Phase.ACTIVE));
        assertThat(ana.sees(new AgentEvent.ChannelStateChanged(C, Presence.BUSY, Presence.BUSY, Presence.READY, List.of(SALES, SUPPORT),
                Sample.NOW, Optional.of(wrappedUp), true))).isEmpty();
    }

    @Test
    void the_line_to_the_telephone_is_told_of_the_session() {
        Watcher ana = ready();
        assertThat(ana.sees(new DeviceEvent.LegConnected(AT_ANA.address()))).containsExactly("session.agentleg.connected(S)");
        assertThat(ana.sees(new DeviceEvent.LegDisconnected(Cause.RELEASED))).containsExactly("session.agentleg.disconnected(S)");
        assertThat(ana.frame(new DeviceEvent.LegFailed(Cause.UNAVAILABLE), "session.agentleg.failed").at("/data/failure/code").asText())
                .isEqualTo("INVALID_STATE");
    }

    @Test
    void who_is_bound_is_no_event() {
        Watcher ana = new Watcher(ANA);
        assertThat(ana.sees(Sample.signedIn().get(0))).isEmpty();
        assertThat(ana.sees(new AgentEvent.BindingLost(Sample.S))).isEmpty();
        assertThat(ana.sees(new AgentEvent.BindingAdded(Sample.BINDING))).isEmpty();
    }

    @Test
    void removing_a_group_disposes_the_channels_and_then_the_group() {
        Watcher ana = ready();
        assertThat(ana.sees(becomes(Presence.READY, Presence.INACTIVE))).containsExactly(PAIR);
        List<JsonNode> disposed = ana.frames(new AgentEvent.ChannelRemoved(C));
        assertThat(disposed).singleElement().satisfies(frame -> assertThat(frame.path("target").asText()).isEqualTo("S.G.C"));
        assertThat(ana.sees(new AgentEvent.ChannelGroupRemoved(G))).containsExactly("channelgroup.disposed(G)");
    }

    @Test
    void a_session_that_ends_says_why() {
        assertThat(ready().sees(new AgentEvent.SessionEnded(Cause.LOGOUT))).containsExactly("session.ended(S logout)");
    }

    @Test
    void the_info_of_a_channel_has_its_state_its_reason_and_its_queues() {
        Presence lunch = Presence.notReady(new NotReadyReason("1", "Lunch"));
        assertThat(ready().frame(becomes(Presence.READY, lunch), "channel.infochanged")).hasToString("""
            {"messageType":"objectEvent","target":"S.G.C","name":"channel.infochanged","data":{"channel":{"id":"C","name":"Telephony 5001",\
            "type":"Telephony","endpoint":"5001","state":"ACTIVE","agentstate":"NOTREADY","pendingstate":null,"reasoncode":"1",\
            "reasondesc":"Lunch","queue":"sales,support"}},"subject":"agent/ana","number":5,"part":1,"parts":2,\
            "timestamp":"2026-01-05T09:00:00.000Z"}""");
    }

    @Test
    void a_pending_state_is_told_beside_the_present_one() {
        Watcher ana = ready().given(works(Presence.READY, Presence.BUSY, Work.Phase.ACTIVE));
        JsonNode info = ana.frame(new AgentEvent.PendingStateChanged(C, Presence.AFTER_CALL_WORK, Optional.empty()), "channel.infochanged");
        assertThat(info.at("/data/channel/agentstate").asText()).isEqualTo("BUSY");
        assertThat(info.at("/data/channel/pendingstate").asText()).isEqualTo("ACW");
    }

    @Test
    void an_inactive_channel_has_no_agent_state() {
        JsonNode info = ready().frame(becomes(Presence.READY, Presence.INACTIVE), "channel.infochanged");
        assertThat(info.at("/data/channel/state").asText()).isEqualTo("INACTIVE");
        assertThat(info.at("/data/channel/agentstate").isNull()).isTrue();
    }

    @Test
    void the_capabilities_of_a_channel_are_told_as_a_delta() {
        Watcher ana = new Watcher(ANA).given(Sample.signedIn());
        assertThat(capabilities(ana, becomes(Presence.INACTIVE, Presence.NOT_READY))).containsExactly("+channel.deactivate",
                "+channel.ready", "+channel.notready", "+channel.dial", "-channel.activate");
        assertThat(capabilities(ana, becomes(Presence.NOT_READY, Presence.READY))).containsExactly("-channel.ready");
        assertThat(capabilities(ana, works(Presence.READY, Presence.RESERVED, Work.Phase.RESERVED)))
                .containsExactly("+channel.ready", "-channel.deactivate", "-channel.dial");
        assertThat(capabilities(ana, works(Presence.RESERVED, Presence.BUSY, Work.Phase.ACTIVE))).isEmpty();
    }

    @Test
    void the_objects_of_a_call_are_those_of_the_table() {
        Watcher ana = ready().given(Sample.created(Direction.INBOUND), Sample.customerCalls(), Sample.queued());
        List<JsonNode> offer = ana.frames(Sample.offered(AT_ANA));
        assertThat(offer.get(0).path("data")).hasToString("""
            {"interaction":{"id":"I000000000000001","type":"Telephony","direction":"INBOUND","state":"ALERTING","queue":"sales"}}""");
        assertThat(offer.get(0).path("target").asText()).isEqualTo("S.G.C");
        assertThat(offer.get(2).path("data")).hasToString("""
            {"conversation":{"id":"AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA1","role":"primary","state":"ALERTING"}}""");
        assertThat(offer.get(4).path("data")).hasToString("""
            {"member":{"id":"0000000000000001","address":"+15551234","role":"customer","state":"DIALING"}}""");
        assertThat(offer.get(7).path("data")).hasToString("""
            {"interaction":{"id":"I000000000000001","type":"Telephony","state":"ALERTING","data":{"ANI":"+15551234"},\
            "from":"+15551234","to":"6001","queue":"sales","consultedBy":null}}""");
        assertThat(offer).allSatisfy(frame -> assertThat(frame.path("parts").asInt()).isEqualTo(9));
        assertThat(offer.get(8).path("part").asInt()).isEqualTo(9);
        assertThat(offer.get(8).path("subject").asText()).isEqualTo("interaction/I000000000000001");
    }

    private static List<String> capabilities(Watcher watcher, AgentEvent event) {
        JsonNode updated = watcher.frame(event, "state.updated");
        assertThat(updated.path("context").isObject()).isTrue();
        return updated.path("data").valueStream()
                .map(each -> (each.path("type").asText().equals("enable") ? "+" : "-") + each.path("name").asText()).toList();
    }
}
