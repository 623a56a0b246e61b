package cn.qingcheng.housing.stock;

import java.util.UUID;

public record EstateResponse(UUID id, String code, String name, String regionCode, String address) {

    static EstateResponse from(Estate estate) {
        return new EstateResponse(estate.id(), estate.code(), estate.name(), estate.regionCode(), estate.address());
    }
}
