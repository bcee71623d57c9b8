using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace AiOs.Channels.Telegram.Tests.Fakes;

/// <summary>Everything that anybody logs, however quiet, with exceptions whole.</summary>
internal sealed class LogLines : ILoggerProvider
{
    public ConcurrentQueue<string> All { get; } = new();

    public ILogger CreateLogger(string categoryName) => new Writer(All);

    public void Dispose()
    {
    }

    private sealed class Writer(ConcurrentQueue<string> all) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            all.Enqueue(formatter(state, exception) + exception);
    }
}
