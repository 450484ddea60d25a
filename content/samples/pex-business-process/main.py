"""A PEX business process that asks two operations, merges the replies, and keeps state.

Register the class as a component and start its language server to use it. Run as a
program, it rehearses the callbacks without a production, a new instance for each.
"""

import iris.pex


# region demo
class Query(iris.pex.Message):
    def __init__(self, patient=""):
        super().__init__()
        self.patient = patient


class Answer(iris.pex.Message):
    def __init__(self, text=""):
        super().__init__()
        self.text = text


class Collector(iris.pex.BusinessProcess):
    # Each callback runs in an instance of its own. Only these attributes reach the
    # next one, and only as str, int, float, bool or bytes.
    PERSISTENT_PROPERTY_LIST = ["labs", "images"]

    def __init__(self):
        super().__init__()
        self.labs = ""
        self.images = ""

    def OnInit(self):
        pass

    def OnTearDown(self):
        pass

    def OnRequest(self, request):
        self.SendRequestAsync("LabOperation", request, True, "labs")
        self.SendRequestAsync("ImageOperation", request, True, "images")

    def OnResponse(self, request, response, callRequest, callResponse, completionKey):
        """Called once for each reply, in any order. Errors are raised."""
        if completionKey == "labs":
            self.labs = callResponse.text
        elif completionKey == "images":
            self.images = callResponse.text
        else:
            raise ValueError(f"unexpected completion key {completionKey!r}")
        return response

    def OnComplete(self, request, response):
        return Answer(f"{self.labs} | {self.images}")
# endregion


class Rehearsal(Collector):
    """Stands in for a production: it notes what is sent, and keeps what PEX keeps."""

    def __init__(self, kept):
        super().__init__()
        self.sent = []
        for name, value in kept.items():
            setattr(self, name, value)

    def SendRequestAsync(
        self, target, request, responseRequired=True, completionKey="", description=""
    ):
        assert responseRequired, "nobody would answer"
        self.sent.append((target, completionKey))

    def kept(self):
        return {name: getattr(self, name) for name in self.PERSISTENT_PROPERTY_LIST}


def main():
    request = Query("p7")
    step = Rehearsal({})
    step.OnRequest(request)
    assert step.sent == [("LabOperation", "labs"), ("ImageOperation", "images")]
    print(f"asked: {', '.join(target for target, _ in step.sent)}")

    for key in ("images", "labs"):  # not the order in which they were asked
        step = Rehearsal(step.kept())
        step.OnResponse(request, None, request, Answer(f"{key} of p7"), key)
    answer = Rehearsal(step.kept()).OnComplete(request, None)
    assert answer.text == "labs of p7 | images of p7", answer.text
    print(f"answered: {answer.text}")

    # The control: without the list, the state would be gone.
    assert Rehearsal({}).OnComplete(request, None).text == " | "


if __name__ == "__main__":
    main()
