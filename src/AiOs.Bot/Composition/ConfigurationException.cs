using AiOs.Contracts;

namespace AiOs.Bot.Composition;

/// <summary>The configuration cannot be used; the sentence names the key.</summary>
internal sealed class ConfigurationException : AiOsException
{
    public ConfigurationException()
    {
    }

    public ConfigurationException(string message)
        : base(message)
    {
    }

    public ConfigurationException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
