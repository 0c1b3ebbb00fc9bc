package io.patchbay.wire;

import org.apache.camel.Exchange;
import org.apache.camel.http.base.HttpHeaderFilterStrategy;

/** Second line behind {@link HttpIngress}: a route that forgets it still gets no header or query parameter of the client's choosing. */
final class DropAllHeaders extends HttpHeaderFilterStrategy {

    /** What leaves is what a door put into its {@link HttpResponse}; Camel would hold back how long that may be kept. */
    DropAllHeaders() {
        getOutFilter().remove("cache-control");
    }

    @Override
    public boolean applyFilterToExternalHeaders(String name, Object value, Exchange exchange) {
        return true;
    }
}
