using System.Data.Common;
using TimeTracker.Domain;
using TimeTracker.Sqlite;

namespace TimeTracker.Core.Storage;

/// <summary>Projects as folded so far.</summary>
internal static class ProjectTable
{
    internal static Project? Find(ISnapshot snapshot, ProjectId id) =>
        First(snapshot.Command("SELECT project_id, name, removed FROM project WHERE project_id = $project_id")
            .Bind(id.Value.Bytes()));

    /// <summary>The project that goes by this name, one that counts before one that was taken back.</summary>
    internal static Project? FindByName(ISnapshot snapshot, ProjectName name) =>
        First(snapshot.Command("""
            SELECT project_id, name, removed FROM project WHERE name_key = $name_key
            ORDER BY removed, project_id LIMIT 1
            """).Bind(name.Key));

    /// <summary>All projects that count and go by this name.</summary>
    internal static List<Project> AllByName(ISnapshot snapshot, ProjectName name) =>
        Read(snapshot.Command("""
            SELECT project_id, name, removed FROM project WHERE name_key = $name_key AND removed = 0 ORDER BY project_id
            """).Bind(name.Key));

    /// <summary>Makes a project what a merge says; null for no project at all.</summary>
    internal static void Replace(WriteTransaction transaction, ProjectId id, Project? project)
    {
        if (project is not null)
        {
            Write(transaction, project);
            return;
        }

        transaction.Command("DELETE FROM project WHERE project_id = $project_id").Bind(id.Value.Bytes()).ExecuteNonQuery();
    }

    /// <summary>Writes the row of a project, whether it is new or not.</summary>
    internal static void Write(WriteTransaction transaction, Project project) =>
        transaction.Command("""
            INSERT INTO project (project_id, name, name_key, removed) VALUES ($project_id, $name, $name_key, $removed)
            ON CONFLICT (project_id) DO UPDATE SET
              name = excluded.name, name_key = excluded.name_key, removed = excluded.removed
            """)
            .Bind(project.Id.Value.Bytes(), project.Name.Value, project.Name.Key, project.Removed)
            .ExecuteNonQuery();

    private static Project? First(DbCommand command) => Read(command) is [var first, ..] ? first : null;

    private static List<Project> Read(DbCommand command)
    {
        using var row = command.ExecuteReader();
        var projects = new List<Project>();
        while (row.Read())
        {
            projects.Add(new(new ProjectId(row.Id(0)), ProjectName.Parse(row.GetString(1)), row.GetBoolean(2)));
        }

        return projects;
    }
}
