// ==== ef_single_save_changes_is_atomic
public class ShopContext : DbContext { public DbSet<Order> Orders => Set<Order>(); }
public class Order { public int Id { get; set; } }

public sealed class OrderService(ShopContext db)
{
    public async Task Add(Order order)
    {
        db.Orders.Add(order);
        await db.SaveChangesAsync();
    }
}
// ==== ef_two_save_changes
public class ShopContext : DbContext { public DbSet<Order> Orders => Set<Order>(); }
public class Order { public int Id { get; set; } }

public sealed class OrderService(ShopContext db)
{
    public async Task Add(Order first, Order second)
    {
        db.Orders.Add(first);
        await db.SaveChangesAsync();
        db.Orders.Add(second);
        await db.SaveChangesAsync(); //! TT0003
    }
}
// ==== ef_two_save_changes_in_transaction
public class ShopContext : DbContext { public DbSet<Order> Orders => Set<Order>(); }
public class Order { public int Id { get; set; } }

public sealed class OrderService(ShopContext db)
{
    public async Task Add(Order first, Order second)
    {
        await using var transaction = await db.Database.BeginTransactionAsync();
        db.Orders.Add(first);
        await db.SaveChangesAsync();
        db.Orders.Add(second);
        await db.SaveChangesAsync();
        await transaction.CommitAsync();
    }
}
// ==== ef_execute_delete_then_save
public class ShopContext : DbContext { public DbSet<Order> Orders => Set<Order>(); }
public class Order { public int Id { get; set; } }

public sealed class OrderService(ShopContext db)
{
    public async Task Replace(Order order)
    {
        await db.Orders.Where(o => o.Id == order.Id).ExecuteDeleteAsync();
        db.Orders.Add(order);
        await db.SaveChangesAsync(); //! TT0003
    }
}
// ==== ef_execute_sql_raw
public class ShopContext : DbContext { }

public sealed class Maintenance(ShopContext db)
{
    public void Purge() => db.Database.ExecuteSqlRaw("DELETE FROM orders WHERE old = 1"); //! TT0001
}
// ==== ef_execute_sql_interpolated
public class ShopContext : DbContext { }

public sealed class Maintenance(ShopContext db)
{
    public async Task Purge(int id)
    {
        await db.Database.ExecuteSqlAsync($"DELETE FROM orders WHERE id = {id}"); //! TT0001
    }
}
// ==== ef_context_parameter_is_caller_supplied
public class ShopContext : DbContext { public DbSet<Order> Orders => Set<Order>(); }
public class Order { public int Id { get; set; } }

public static class Seeder
{
    public static void Seed(ShopContext db)
    {
        db.Orders.Add(new Order());
        db.SaveChanges(); //! TT0004
        db.Orders.Add(new Order());
        db.SaveChanges();
    }
}
// ==== ef_override_of_save_changes
public class AuditedContext : DbContext
{
    public override int SaveChanges()
    {
        ChangeTracker.DetectChanges();
        return base.SaveChanges();
    }
}
// ==== ef_nested_begin
public class ShopContext : DbContext { }

public sealed class Maintenance(ShopContext db)
{
    public void Run()
    {
        using var outer = db.Database.BeginTransaction();
        using var inner = db.Database.BeginTransaction(); //! TT0013
        db.SaveChanges();
        inner.Commit();
        outer.Commit();
    }
}
// ==== ef_save_in_loop
public class ShopContext : DbContext { public DbSet<Order> Orders => Set<Order>(); }
public class Order { public int Id { get; set; } }

public sealed class OrderService(ShopContext db)
{
    public void Add(IEnumerable<Order> orders)
    {
        foreach (var order in orders)
        {
            db.Orders.Add(order);
            db.SaveChanges(); //! TT0003
        }
    }
}
// ==== ef_queue_publish_inside_transaction
public class ShopContext : DbContext { }
public sealed record OrderPlaced(int Id);

public sealed class OrderService(ShopContext db, MassTransit.IPublishEndpoint bus)
{
    public async Task Place()
    {
        await using var transaction = await db.Database.BeginTransactionAsync();
        await db.SaveChangesAsync();
        await bus.Publish(new OrderPlaced(1)); //! TT0015
        await transaction.CommitAsync();
    }
}
// ==== ef_job_enqueued_inside_transaction
public class ShopContext : DbContext { }

public sealed class OrderService(ShopContext db)
{
    public void Place()
    {
        using var transaction = db.Database.BeginTransaction();
        db.SaveChanges();
        Hangfire.BackgroundJob.Enqueue(() => Console.WriteLine("placed")); //! TT0015
        transaction.Commit();
    }
}
// ==== ef_begin_without_using
public class ShopContext : DbContext { }

public sealed class OrderService(ShopContext db)
{
    public async Task Place()
    {
        var transaction = await db.Database.BeginTransactionAsync(); //! TT0012
        await db.SaveChangesAsync();
        await transaction.CommitAsync();
    }
}
