package cn.qingcheng.badsample;

import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.util.List;

@Path("/bad-things")
public class BadThingResource {
    private final BadThingRepository repository = new BadThingRepository();

    @GET
    @Transactional
    public List<BadThing> list() {
        return repository.all();
    }
}
