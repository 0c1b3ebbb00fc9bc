package io.patchbay.rules.agent;

import io.patchbay.model.Agent;
import io.patchbay.model.AgentCommand;
import io.patchbay.model.AgentEvent;
import io.patchbay.model.DeviceCommand;
import io.patchbay.model.Reason;
import io.patchbay.rules.Decision;
import io.patchbay.rules.Rules.Stamp;
import java.util.function.Supplier;

/** Sends each command to its family; those of a client need a session. */
record Decisions(Agent agent, Stamp stamp) implements AgentCommand.Cases<Decision<AgentEvent>> {

    @Override
    public Decision<AgentEvent> startSession(AgentCommand.StartSession c) {
        return new Sessions(agent).start(c);
    }

    @Override
    public Decision<AgentEvent> endSession(AgentCommand.EndSession c) {
        return signedIn(() -> new Sessions(agent).end(c));
    }

    @Override
    public Decision<AgentEvent> loseBinding(AgentCommand.LoseBinding c) {
        return new Sessions(agent).lose(c);
    }

    @Override
    public Decision<AgentEvent> deadline(AgentCommand.DeadlinePassed c) {
        return new Sessions(agent).passed(c);
    }

    @Override
    public Decision<AgentEvent> addChannel(AgentCommand.AddChannel c) {
        return signedIn(() -> new Channels(agent, stamp).add(c));
    }

    @Override
    public Decision<AgentEvent> removeChannel(AgentCommand.RemoveChannel c) {
        return signedIn(() -> new Channels(agent, stamp).remove(c));
    }

    @Override
    public Decision<AgentEvent> addChannelGroup(AgentCommand.AddChannelGroup c) {
        return signedIn(() -> new Channels(agent, stamp).addGroup(c));
    }

    @Override
    public Decision<AgentEvent> removeChannelGroup(AgentCommand.RemoveChannelGroup c) {
        return signedIn(() -> new Channels(agent, stamp).removeGroup(c));
    }

    @Override
    public Decision<AgentEvent> activate(AgentCommand.ActivateChannels c) {
        return signedIn(() -> new Services(agent, stamp).activate(c));
    }

    @Override
    public Decision<AgentEvent> deactivate(AgentCommand.DeactivateChannels c) {
        return signedIn(() -> new Services(agent, stamp).deactivate(c));
    }

    @Override
    public Decision<AgentEvent> setPresence(AgentCommand.SetPresence c) {
        return signedIn(() -> new Presences(agent, stamp).set(c));
    }

    @Override
    public Decision<AgentEvent> makeCall(AgentCommand.MakeCall c) {
        return signedIn(() -> new Offers(agent, stamp).makeCall(c));
    }

    @Override
    public Decision<AgentEvent> reserve(AgentCommand.Reserve c) {
        return new Offers(agent, stamp).reserve(c);
    }

    @Override
    public Decision<AgentEvent> engage(AgentCommand.Engage c) {
        return new WorkDone(agent, stamp).engage(c);
    }

    @Override
    public Decision<AgentEvent> release(AgentCommand.Release c) {
        return new WorkDone(agent, stamp).release(c);
    }

    @Override
    public Decision<AgentEvent> takeBack(AgentCommand.TakeBack c) {
        return new WorkDone(agent, stamp).takeBack(c);
    }

    @Override
    public Decision<AgentEvent> forget(AgentCommand.Forget c) {
        return new WorkDone(agent, stamp).forget(c);
    }

    @Override
    public Decision<AgentEvent> device(DeviceCommand c) {
        return signedIn(() -> c.matchDevice(new Devices(agent, stamp.self().agent())));
    }

    private Decision<AgentEvent> signedIn(Supplier<Decision<AgentEvent>> then) {
        return agent.isSignedIn() ? then.get() : Decision.refuse(Reason.NOT_SIGNED_IN, "The agent is signed out. Start a session first.");
    }
}
