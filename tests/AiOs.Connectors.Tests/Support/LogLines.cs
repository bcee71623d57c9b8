using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace AiOs.Connectors.Tests.Support;

/// <summary>Keeps what is logged.</summary>
internal sealed class LogLines<T> : ILogger<T>
{
    private readonly ConcurrentQueue<(LogLevel Level, string Text)> _lines = new();

    public IReadOnlyList<string> Warnings => [.. _lines.Where(static line => line.Level >= LogLevel.Warning).Select(static line => line.Text)];

    public string All => string.Join('\n', _lines.Select(static line => $"{line.Level}: {line.Text}"));

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => true;

    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
        _lines.Enqueue((logLevel, formatter(state, exception)));
}
