package cn.qingcheng.gateway.route;

import cn.qingcheng.gateway.identity.CallerHeaders;
import cn.qingcheng.gateway.problem.Problems;
import cn.qingcheng.gateway.upstream.Service;
import io.vertx.core.Future;
import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.httpproxy.ProxyContext;
import io.vertx.httpproxy.ProxyInterceptor;
import io.vertx.httpproxy.ProxyResponse;
import java.util.List;

/**
 * Sets the head of a request right for the service, and that of an answer right for the caller. Takes out, both ways,
 * what is meant for the next hop only (RFC 9110, 7.6.1), and what one side should not hear.
 */
final class HeaderInterceptor implements ProxyInterceptor {

    private static final List<String> HOP_BY_HOP = List.of(
            "Connection",
            "Keep-Alive",
            "Proxy-Authenticate",
            "Proxy-Authorization",
            "Proxy-Connection",
            "TE",
            "Trailer",
            "Upgrade");

    private final Service service;

    HeaderInterceptor(Service service) {
        this.service = service;
    }

    @Override
    public Future<ProxyResponse> handleProxyRequest(ProxyContext context) {
        HttpServerRequest request = context.request().proxiedRequest();
        service.inside(request.path()).ifPresent(path -> {
            String query = request.query();
            context.request().setURI(query == null ? path : path + "?" + query);
        });
        MultiMap headers = context.request().headers();
        removeHopByHop(headers);
        // The caller waits for a sign before it sends its body; all checks are behind us, so we give it.
        if ("100-continue".equalsIgnoreCase(headers.get(HttpHeaders.EXPECT))) {
            request.response().writeContinue();
        }
        headers.remove(HttpHeaders.EXPECT);
        CallerHeaders.cleanse(headers, request);
        // The host the caller named, so that links in answers lead back here; nothing is routed by it.
        context.request().setAuthority(request.authority());
        return context.sendRequest();
    }

    @Override
    public Future<Void> handleProxyResponse(ProxyContext context) {
        MultiMap headers = context.response().headers();
        removeHopByHop(headers);
        headers.remove("Server");
        headers.remove("X-Powered-By");
        headers.remove(Problems.CORRELATION_ID);
        headers.remove("X-Content-Type-Options");
        boolean personal = context.request().proxiedRequest().headers().contains(HttpHeaders.AUTHORIZATION);
        if (personal && !headers.contains(HttpHeaders.CACHE_CONTROL)) {
            headers.set(HttpHeaders.CACHE_CONTROL, "no-store");
        }
        return context.sendResponse();
    }

    private static void removeHopByHop(MultiMap headers) {
        for (String named : headers.getAll("Connection")) {
            for (String name : named.split(",", -1)) {
                // A caller must not have us drop its body's framing or our own trace.
                String header = name.strip();
                if (!header.isEmpty() && !header.equalsIgnoreCase("Content-Length")) {
                    headers.remove(header);
                }
            }
        }
        HOP_BY_HOP.forEach(headers::remove);
    }
}
