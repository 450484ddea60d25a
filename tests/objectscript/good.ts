/* Files that are right. Comments and texts have no brackets or quotes, so that every one of them counts. */

export const process = `/// Sends to two targets.
Class Demo.Collector Extends Ens.BusinessProcess [ ClassType = persistent, ProcedureBlock ]
{

Parameter LIMIT As STRING = "PT30S";

Property Labs As Demo.Answer;

Property Names As list Of %String(MAXLEN = 50, VALUELIST = ",a,b");

Property Since As %TimeStamp [ InitialExpression = {$ZDATETIME($HOROLOG, 3)}, Not Required ];

Index ByLabs On (Labs As Exact, Since) [ Unique ];

ForeignKey ToAnswer(Labs) References Demo.Answer(IDKEY) [ OnDelete = cascade ];

Relationship Parts As Demo.Part [ Cardinality = many, Inverse = Whole ];

Projection Shown As Demo.Projection;

// region demo
Method OnRequest(request As %Library.Persistent, Output response As %Library.Persistent) As %Status
{
    #dim sc As %Status = $$$OK
    Set sc = ..SendRequestAsync("Labs", request, 1, "labs") ; the first
    Return:$$$ISERR(sc) sc
    If request.Urgent { Set x = {"a": {"b": 2}} } ElseIf x("k") = "say ""hello""" { Set y = 2 Kill x }
    #; a comment
    &sql(SELECT Name INTO :name FROM Demo.Part WHERE ID = 'x' AND (Size > 1))
    /* a long
       comment */
    For i = 1:1:3 {
        Set sc = ..SetTimer("PT"_i_"S", "late")
        If $$$ISERR(sc) Return sc
    }
    Write !
    Set ^Demo.Log($Increment(^Demo.Log)) = $ListBuild("a", i)
    Return sc
}

Method OnResponse(request, ByRef response, callrequest, callresponse, key As %String) As %Status
{
    Return $$$OK
}
// endregion

ClassMethod Many(first, rest...) [ CodeMode = expression, Private ]
{
$Get(first) + rest
}

Query Parts(name As %String = "x") As %SQLQuery(CONTAINID = 1) [ SqlProc ]
{
SELECT ID FROM Demo.Part WHERE Name = :name AND Kind IN ('a', 'b')
}

Trigger Logged [ Event = INSERT/UPDATE, Time = AFTER ]
{
    Set ^Demo.Log = 1
}

XData Texts [ MimeType = application/json ]
{
{"greeting": ["hello", {"lang": "en"}]}
}

Storage Default
{
<Data name="x"><Value name="1"><Value>a</Value></Value></Data>
<Type>%Storage.Persistent</Type>
}

}
`;

export const python = `Class Demo.Work Extends (%RegisteredObject, Demo.Base) [ Abstract ]
{

ClassMethod Score(id As %Integer, names As %String = "") As %String [ Language = python ]
{
    """A doc
    string."""

    def inner(value):
        return {'a': str(value), "b": [id]}

    return str(inner('''x'''))
}

ClassMethod Nothing()
{
}

}
`;

export const bplDocument = `<process xmlns="http://www.intersystems.com/bpl" language="objectscript" request="Demo.Query" response="Demo.Answer">
<context>
<property name="Labs" type="%String" instantiate="0"/>
</context>
<sequence xend="200" yend="350">
<call name="Labs" target="LabOperation" async="1">
<request type="Demo.Query">
<assign property="callrequest.Id" value="request.Id" action="set"/>
</request>
<response type="Demo.Answer"/>
</call>
<call name="Now" target="Clock" async="0" timeout="5">
<request type="Demo.Query"/>
<response type="Demo.Answer"/>
</call>
<sync calls="Labs" type="all" timeout="10"/>
<if condition="synctimedout = 1">
<true>
<code><![CDATA[ Set x = $Get(context.Labs) ]]></code>
</true>
</if>
<assign property="response.Text" value="context.Labs" action="set"/>
</sequence>
</process>
`;

export const bplClass = `Class Demo.Flow Extends Ens.BusinessProcessBPL [ ClassType = persistent, ProcedureBlock ]
{

XData BPL [ XMLNamespace = "http://www.intersystems.com/bpl" ]
{
${bplDocument.replace(' xmlns="http://www.intersystems.com/bpl"', '').trimEnd()}
}

Storage Default
{
<Type>%Storage.Persistent</Type>
}

}
`;
