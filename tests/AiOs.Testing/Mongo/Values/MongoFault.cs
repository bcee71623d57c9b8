using MongoDB.Bson;

namespace AiOs.Testing.Mongo.Values;

/// <summary>An error as the server tells it: a code, the code's name and a message.</summary>
internal sealed class MongoFault(int code, string message) : Exception(message)
{
    private static readonly Dictionary<int, string> Names = new()
    {
        [2] = "BadValue",
        [8] = "UnknownError",
        [9] = "FailedToParse",
        [11] = "UserNotFound",
        [13] = "Unauthorized",
        [14] = "TypeMismatch",
        [15] = "Overflow",
        [17] = "ProtocolError",
        [18] = "AuthenticationFailed",
        [20] = "IllegalOperation",
        [22] = "InvalidBSON",
        [26] = "NamespaceNotFound",
        [27] = "IndexNotFound",
        [28] = "PathNotViable",
        [40] = "ConflictingUpdateOperators",
        [43] = "CursorNotFound",
        [48] = "NamespaceExists",
        [52] = "DollarPrefixedFieldName",
        [53] = "InvalidIdField",
        [56] = "EmptyFieldName",
        [57] = "DottedFieldName",
        [59] = "CommandNotFound",
        [66] = "ImmutableField",
        [67] = "CannotCreateIndex",
        [68] = "IndexAlreadyExists",
        [72] = "InvalidOptions",
        [73] = "InvalidNamespace",
        [85] = "IndexOptionsConflict",
        [86] = "IndexKeySpecsConflict",
        [89] = "NetworkTimeout",
        [91] = "ShutdownInProgress",
        [115] = "CommandNotSupported",
        [168] = "InvalidPipelineOperator",
        [171] = "CannotIndexParallelArrays",
        [189] = "PrimarySteppedDown",
        [197] = "InvalidIndexSpecificationOption",
        [225] = "TransactionTooOld",
        [238] = "NotImplemented",
        [241] = "ConversionFailure",
        [291] = "NoQueryExecutionPlans",
        [334] = "MechanismUnavailable",
        [10107] = "NotWritablePrimary",
        [10334] = "BSONObjectTooLarge",
        [11000] = "DuplicateKey",
        [11600] = "InterruptedAtShutdown",
        [11602] = "InterruptedDueToReplStateChange",
        [13435] = "NotPrimaryNoSecondaryOk",
        [13436] = "NotPrimaryOrSecondary",
        [16755] = "Location16755",
        [31082] = "SearchNotEnabled",
        [40415] = "IDLUnknownField",
        [40414] = "IDLFailedToParse",
    };

    public int Code { get; } = code;

    /// <summary>What the error says beside code and message, such as the key that is there twice.</summary>
    public BsonDocument? Details { get; init; }

    /// <summary>Labels that the driver decides by.</summary>
    public IReadOnlyList<string> Labels { get; init; } = [];

    /// <summary>True when the peer must also fail the test, since no caller here may do this.</summary>
    public bool Loud { get; init; }

    public static string NameOf(int code) => Names.GetValueOrDefault(code, $"Location{code}");

    public static MongoFault BadValue(string message) => new(2, message);

    public static MongoFault FailedToParse(string message) => new(9, message);

    public static MongoFault TypeMismatch(string message) => new(14, message);

    /// <summary>The server has this and the peer has not: said aloud, never passed over.</summary>
    public static MongoFault NotServed(string what) => new(238, $"the test's wire peer does not serve {what}");

    public BsonDocument ToReply()
    {
        var reply = new BsonDocument { { "ok", 0.0 }, { "errmsg", Message }, { "code", Code }, { "codeName", NameOf(Code) } };
        if (Details is not null)
        {
            reply.Merge(Details);
        }

        if (Labels.Count > 0)
        {
            reply["errorLabels"] = new BsonArray(Labels);
        }

        return reply;
    }

    public BsonDocument ToWriteError(int index)
    {
        var error = new BsonDocument { { "index", index }, { "code", Code }, { "errmsg", Message } };
        return Details is null ? error : error.Merge(Details);
    }
}
