package io.patchbay.wire;

import io.vertx.core.Handler;
import io.vertx.ext.web.RoutingContext;

/**
 * Makes the handler of a door for requests on its path. Each request becomes a client of {@code clients}, and its events run the step.
 */
@FunctionalInterface
interface HandlerFactory {

    Handler<RoutingContext> with(ConnectionEventQueue.Step step, ConnectionRegistry clients);
}
