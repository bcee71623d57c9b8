using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace AiOs.Channels.Teams.Tests.Hosting;

/// <summary>Everything that was logged, at any level, with what was thrown.</summary>
internal sealed class Lines : ILoggerProvider, ILogger
{
    public ConcurrentQueue<(LogLevel Level, string Text)> All { get; } = new();

    public ILogger CreateLogger(string categoryName) => this;

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => true;

    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
        All.Enqueue((logLevel, $"{formatter(state, exception)} {exception}"));

    public void Dispose()
    {
    }
}
