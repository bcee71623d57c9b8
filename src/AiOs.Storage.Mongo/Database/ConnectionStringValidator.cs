using Microsoft.Extensions.Options;
using MongoDB.Driver;

namespace AiOs.Storage.Mongo.Database;

/// <summary>Checks that the connection string can be read. The driver's own words quote it, so they are left out.</summary>
internal sealed class ConnectionStringValidator : IValidateOptions<MongoOptions>
{
    public ValidateOptionsResult Validate(string? name, MongoOptions options)
    {
        if (string.IsNullOrEmpty(options.ConnectionString))
        {
            return ValidateOptionsResult.Skip;
        }

        try
        {
            _ = new MongoUrl(options.ConnectionString);
            return ValidateOptionsResult.Success;
        }
        catch (Exception fault) when (fault is MongoConfigurationException or ArgumentException or FormatException)
        {
            return ValidateOptionsResult.Fail("Storage:MongoDb:ConnectionString cannot be read; it is to begin with mongodb:// or mongodb+srv://, and a password with special characters is to be percent-encoded.");
        }
    }
}
