using MongoDB.Driver;

namespace AiOs.Storage.Mongo.Database;

/// <summary>What of a connection string must not be seen anywhere.</summary>
internal sealed class Secrets
{
    private readonly string[] _hidden;

    public Secrets(string connectionString, MongoUrl url)
    {
        _hidden = [.. new[] { connectionString, url.Password, Escaped(url.Password), UserIn(connectionString) }.OfType<string>().Where(text => text.Length > 0)];
    }

    /// <summary>Whether a text holds any of it.</summary>
    /// <param name="text">The text.</param>
    /// <returns>Whether it is to be kept back.</returns>
    public bool AreIn(string text) => _hidden.Any(hidden => text.Contains(hidden, StringComparison.Ordinal));

    private static string? Escaped(string? password) => password is null ? null : Uri.EscapeDataString(password);

    /// <summary>User and password as they stand before the server's name.</summary>
    private static string? UserIn(string connectionString)
    {
        var start = connectionString.IndexOf("://", StringComparison.Ordinal);
        var end = connectionString.LastIndexOf('@');
        return start >= 0 && end > start + 3 ? connectionString[(start + 3)..end] : null;
    }
}
