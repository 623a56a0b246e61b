package cn.qingcheng.badsample;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;

@Entity
public class BadThing {
    @Id
    private long id;

    public long getId() {
        return id;
    }

    public void setId(long id) {
        this.id = id;
    }
}
