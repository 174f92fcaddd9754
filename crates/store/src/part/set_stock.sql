UPDATE part SET on_hand = :on_hand, reserved = :reserved WHERE id = :id
