"""A business process for PyProd 0.1.1 that asks two operations and merges the replies.

Load it with `intersystems_pyprod` and the full path of this file, then add the class
Demo.Collector to a production. It is imported by the production, and not a program:
run directly under Embedded Python, it defines its classes and prints nothing.
"""

from intersystems_pyprod import BusinessProcess, Column, JsonSerialize, Status

iris_package_name = "Demo"

# region demo
OPERATIONS = {"labs": "LabOperation", "images": "ImageOperation"}


class Query(JsonSerialize):
    patient = Column(default="")


class Answer(JsonSerialize):
    labs = Column(default="")
    images = Column(default="")
    text = Column(default="")


class Collector(BusinessProcess):
    def OnRequest(self, request):
        # The answer that the replies will fill: attributes of self do not last.
        answer = Answer()
        for key, operation in OPERATIONS.items():
            status = self.SendRequestAsync(
                operation, request, response_required=1, completion_key=key
            )
            if status != 1:  # 1 is success, anything else describes the error
                return status, answer
        return Status.OK(), answer

    def OnResponse(
        self, request, response, call_request, call_response, completion_key
    ):
        """Called once for each reply, in any order. Nothing here can be awaited."""
        if completion_key not in OPERATIONS:
            return Status.ERROR(f"unexpected completion key {completion_key}"), response
        setattr(response, completion_key, call_response.text)
        return Status.OK(), response
# endregion
