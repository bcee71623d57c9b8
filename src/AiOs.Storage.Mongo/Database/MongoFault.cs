using System.Net.Sockets;
using AiOs.Contracts;
using MongoDB.Bson;
using MongoDB.Driver;

namespace AiOs.Storage.Mongo.Database;

/// <summary>Says in one sentence what a fault of the driver or the server means for the operator, without anything of the connection string.</summary>
internal static class MongoFault
{
    public const int DuplicateKey = 11000;

    private const int OutOfDiskSpace = 14031;
    private const int Unauthorized = 13;
    private const int AuthenticationFailed = 18;
    private const int AtlasRefused = 8000;

    /// <summary>Codes of servers that step down, shut down, wait in vain or are interrupted.</summary>
    private static readonly HashSet<int> Passing =
        [6, 7, 24, 43, 46, 50, 64, 79, 89, 91, 100, 112, 133, 134, 175, 189, 202, 237, 246, 262, 290, 384, 9001, 10058, 10107, 11600, 11601, 11602, 13435, 13436];

    /// <summary>The exception for a fault.</summary>
    /// <param name="fault">What was thrown.</param>
    /// <param name="secrets">What must not be seen.</param>
    /// <returns>What to throw.</returns>
    public static AiOsException Of(Exception fault, Secrets secrets)
    {
        var (sentence, transient) = Read(fault);
        return secrets.AreIn(fault.ToString())
            ? new AiOsException(sentence) { IsTransient = transient }
            : new AiOsException(sentence, fault) { IsTransient = transient };
    }

    /// <summary>Whether an exception is the driver's or the network's.</summary>
    /// <param name="fault">The exception.</param>
    /// <returns>Whether <see cref="Of"/> has a sentence for it.</returns>
    public static bool IsOurs(Exception fault) =>
        fault is MongoException or TimeoutException or IOException or SocketException or OperationCanceledException or BsonException or FormatException or KeyNotFoundException or InvalidCastException;

    /// <summary>Whether a write was refused because something of that key is there, and for no other reason.</summary>
    /// <param name="fault">The exception.</param>
    /// <returns>Whether.</returns>
    public static bool IsDuplicate(Exception fault) => fault switch
    {
        MongoWriteException write => write.WriteError?.Code == DuplicateKey && write.WriteConcernError is null,
        MongoBulkWriteException bulk => bulk.WriteConcernError is null && bulk.WriteErrors.Count > 0 && bulk.WriteErrors.All(error => error.Code == DuplicateKey),
        MongoCommandException command => command.Code == DuplicateKey,
        _ => false,
    };

    private static (string Sentence, bool IsTransient) Read(Exception fault) => fault switch
    {
        MongoAuthenticationException => ("MongoDB refused the user or the password of Storage:MongoDb:ConnectionString.", false),
        MongoNotPrimaryException or MongoNodeIsRecoveringException => ("The MongoDB server is changing its primary; the call can be made again in a moment.", true),
        MongoConnectionException or MongoConnectionPoolPausedException or MongoWaitQueueFullException or SocketException or IOException =>
            ("The connection to MongoDB was lost or could not be made; whether a write arrived shows at the next read.", true),
        TimeoutException or MongoExecutionTimeoutException or OperationCanceledException => ("MongoDB did not answer in time; check that the server runs and can be reached.", true),
        MongoCursorNotFoundException => ("MongoDB dropped a half-read answer; the call can be made again.", true),
        MongoBulkWriteException bulk => OfCode(bulk.WriteErrors.Select(error => error.Code).FirstOrDefault(bulk.WriteConcernError?.Code ?? 64), bulk.WriteErrors.Count == 0),
        MongoWriteException write => OfCode(write.WriteError?.Code ?? write.WriteConcernError?.Code ?? 64, write.WriteError is null),
        MongoWriteConcernException => OfCode(64, isConcern: true),
        MongoCommandException command => OfCode(command.Code, command.HasErrorLabel("RetryableWriteError")),
        MongoConfigurationException => ("Storage:MongoDb:ConnectionString cannot be used; check it against MongoDB's manual.", false),
        BsonException or FormatException or KeyNotFoundException or InvalidCastException => ("A document in MongoDB is not as AiOs writes it: it was changed or is damaged; put a backup in its place.", false),
        _ => ($"MongoDB could not do what was asked ({fault.GetType().Name}).", false),
    };

    private static (string Sentence, bool IsTransient) OfCode(int code, bool isConcern) => code switch
    {
        OutOfDiskSpace => ("The disk of the MongoDB server is full; free some space.", true),
        Unauthorized or AuthenticationFailed or AtlasRefused => ($"MongoDB does not let this user do that (code {code}); give it readWrite on Storage:MongoDb:Database.", false),
        DuplicateKey => ("A key is taken in MongoDB already.", false),
        _ when Passing.Contains(code) || isConcern => ($"MongoDB could not confirm the call now (code {code}); it may be made again.", true),
        _ => ($"MongoDB refused a command (code {code}).", false),
    };
}
