package cn.qingcheng.housing.round;

import jakarta.persistence.Embeddable;
import java.util.List;

/** A band of applicants served before those of the next band: who is in it is told by the level of education. */
@Embeddable
public class Tier {

    private String name;
    private String educationLevels;

    protected Tier() {}

    Tier(String name, List<String> educationLevels) {
        this.name = name;
        this.educationLevels = String.join(",", educationLevels);
    }

    public String name() {
        return name;
    }

    public List<String> educationLevels() {
        return List.of(educationLevels.split(",", -1));
    }
}
