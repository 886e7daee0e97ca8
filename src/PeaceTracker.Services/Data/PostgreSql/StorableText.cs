using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace PeaceTracker.Services.Data.PostgreSql;

/// <summary>
/// PostgreSQL takes every text but one with U+0000 or half a surrogate pair in it. Nothing that is stored has either; but people ask for
/// addresses and names that do, and the answer is that there is no such thing, not a fault.
/// </summary>
internal sealed class StorableText : DbCommandInterceptor
{
    public static readonly StorableText Instance = new();

    private const char Replacement = '\uFFFD';

    /// <summary>The text with what can't be stored replaced.</summary>
    public static string Of(string text)
    {
        if (!Array.Exists([.. text], c => c == '\0' || char.IsSurrogate(c)))
        {
            return text;
        }

        var storable = text.ToCharArray();
        for (var i = 0; i < storable.Length; i++)
        {
            if (char.IsHighSurrogate(storable[i]) && i + 1 < storable.Length && char.IsLowSurrogate(storable[i + 1]))
            {
                i++;
            }
            else if (storable[i] == '\0' || char.IsSurrogate(storable[i]))
            {
                storable[i] = Replacement;
            }
        }

        return new string(storable);
    }

    public override InterceptionResult<DbDataReader> ReaderExecuting(
        DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result)
    {
        Replace(command);
        return result;
    }

    public override ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(
        DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result, CancellationToken cancellationToken = default)
    {
        Replace(command);
        return ValueTask.FromResult(result);
    }

    private static void Replace(DbCommand command)
    {
        foreach (DbParameter parameter in command.Parameters)
        {
            if (parameter.Value is string text)
            {
                parameter.Value = Of(text);
            }
        }
    }
}
