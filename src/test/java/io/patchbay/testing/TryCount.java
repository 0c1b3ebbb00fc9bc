package io.patchbay.testing;

import net.jqwik.api.lifecycle.AroundPropertyHook;
import net.jqwik.api.lifecycle.PropagationMode;
import net.jqwik.api.lifecycle.PropertyExecutionResult;
import net.jqwik.api.lifecycle.PropertyExecutor;
import net.jqwik.api.lifecycle.PropertyLifecycleContext;

/** How often tests try what is random: {@code -Dtries=10} ten times as often as each of them does by default. jqwik finds this itself. */
public final class TryCount implements AroundPropertyHook {
    private static final int TIMES = Integer.getInteger("tries", 1);

    /** @param usual how often without the option */
    public static int of(int usual) {
        return Math.multiplyExact(usual, TIMES);
    }

    /** An example has no parameter to draw, so it is tried once. */
    @Override
    public PropertyExecutionResult aroundProperty(PropertyLifecycleContext context, PropertyExecutor property) {
        context.attributes().tries().filter(usual -> usual > 1).ifPresent(tries -> context.attributes().setTries(of(tries)));
        return property.execute();
    }

    @Override
    public PropagationMode propagateTo() {
        return PropagationMode.ALL_DESCENDANTS;
    }
}
