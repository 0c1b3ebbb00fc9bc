package io.patchbay.wire;

import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.Route;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import org.apache.camel.Processor;
import org.apache.camel.builder.ThreadPoolProfileBuilder;
import org.apache.camel.support.DefaultConsumer;
import org.apache.camel.util.concurrent.ThreadPoolRejectedPolicy;

/** Serves one path of the HTTP port, and the paths below if the door declares them. */
final class DoorHttpConsumer extends DefaultConsumer {
    private final HttpServerPort port;
    private final ServedPaths.Served served;
    private final Set<String> headers;
    private final List<Route> routes = new ArrayList<>();
    private ExecutorService threads;

    DoorHttpConsumer(DoorHttpEndpoint endpoint, Processor processor, HttpServerPort port, ServedPaths.Served served, Set<String> headers) {
        super(endpoint, processor);
        this.port = port;
        this.served = served;
        this.headers = headers;
    }

    @Override
    protected void doStart() throws Exception {
        super.doStart();
        int size = port.limits().threads();
        threads = getEndpoint().getCamelContext().getExecutorServiceManager().newThreadPool(this, "http",
            new ThreadPoolProfileBuilder("http").poolSize(size).maxPoolSize(size).maxQueueSize(Integer.MAX_VALUE)
                .rejectedPolicy(ThreadPoolRejectedPolicy.Abort).build());
        HttpExchanges exchanges = new HttpExchanges(this, threads, new HttpRequestReader(port.proxies(), headers));
        add(port.router().route(served.path()), exchanges);
        if (served.below()) {
            add(port.router().route(served.path() + "/*"), exchanges);
        }
        port.paths().add(served);
    }

    private void add(Route route, HttpExchanges exchanges) {
        served.methods().forEach(method -> route.method(HttpMethod.valueOf(method)));
        if (served.methods().contains("GET")) {
            route.method(HttpMethod.HEAD);
        }
        routes.add(route.handler(port.readBody()).handler(exchanges));
    }

    @Override
    protected void doStop() throws Exception {
        routes.forEach(Route::remove);
        routes.clear();
        port.paths().remove(served);
        if (threads != null) {
            getEndpoint().getCamelContext().getExecutorServiceManager().shutdownGraceful(threads);
        }
        super.doStop();
    }
}
