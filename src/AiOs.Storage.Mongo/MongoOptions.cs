using System.ComponentModel.DataAnnotations;

namespace AiOs.Storage.Mongo;

/// <summary>Which MongoDB keeps the workspace.</summary>
public sealed class MongoOptions
{
    /// <summary>The section it is read from.</summary>
    public const string Section = "Storage:MongoDb";

    /// <summary>
    /// Where the server is: <c>mongodb://</c> or <c>mongodb+srv://</c>. It may hold a password, so it is never logged, shown or put into an
    /// exception.
    /// </summary>
    [Required(ErrorMessage = "Storage:MongoDb:ConnectionString is not set; name the server, best in the environment variable AIOS_Storage__MongoDb__ConnectionString.")]
    public string ConnectionString { get; set; } = string.Empty;

    /// <summary>The database in it; many workspaces can share one.</summary>
    [Required(ErrorMessage = "Storage:MongoDb:Database is not set; name the database that keeps the workspace.")]
    [RegularExpression("[A-Za-z0-9_-]{1,63}", ErrorMessage = "Storage:MongoDb:Database is no name of a database; use 1 to 63 letters, digits, hyphens and underscores.")]
    public string Database { get; set; } = string.Empty;

    /// <summary>How long a write waits for the majority before it counts as lost for now.</summary>
    internal TimeSpan WriteTimeout { get; set; } = TimeSpan.FromSeconds(20);

    /// <summary>How long a search for a server that answers may take where the connection string says nothing.</summary>
    internal TimeSpan ServerTimeout { get; set; } = TimeSpan.FromSeconds(10);

    /// <summary>How long one answer may take where the connection string says nothing.</summary>
    internal TimeSpan AnswerTimeout { get; set; } = TimeSpan.FromSeconds(40);

    /// <summary>The database's name alone.</summary>
    /// <returns>Nothing of the connection string.</returns>
    public override string ToString() => "MongoDB, database " + Database;
}
